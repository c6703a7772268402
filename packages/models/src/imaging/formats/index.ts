export { type Affine, type Triple, upsampledGrid } from './affine.ts';
export { type CodecName, type CodecOptions, type Codecs, createCodecs } from './codecs/codecs.ts';
export { type CsvCell, writeCsv } from './csv-write.ts';
export { readDicomHead, readDicomHeaders } from './dicom/head.ts';
export type { DicomHeader, Repeat } from './dicom/header.ts';
export {
  type DicomImage,
  type DisplayWindow,
  displayRaster,
  invertMonochrome1,
  readDicom,
  readDicomFrame,
  rescaledRaster,
  storedRaster,
} from './dicom/image.ts';
export { type Lut, type VoiFunction, type VoiWindow, windowed } from './dicom/lut.ts';
export type { StoredSamples } from './dicom/pixels.ts';
export {
  groupSeries,
  type NamedFile,
  readSeries,
  type SeriesIndex,
  type StackOptions,
  type StackReport,
} from './dicom/series.ts';
export {
  type DicomSeries,
  type ImageSource,
  imagesOf,
  planStack,
  type SeriesImage,
  type StackGap,
  type StackPlan,
  stacksOf,
} from './dicom/stack.ts';
export { type NamedRoi, writeRoi, writeRoiZip } from './imagej-roi.ts';
export { readJpeg } from './jpeg.ts';
export { luminance } from './luminance.ts';
export { checkFinite, type NiftiFile, type NiftiOptions, readNifti, readNiftiHead } from './nifti.ts';
export type { NiftiHeader } from './nifti-header.ts';
export { type NiftiWriteOptions, niftiStream, writeNifti } from './nifti-write.ts';
export { type NpyArray, type NpyData, type NpyType, readNpy, writeNpy } from './npy.ts';
export { readPng, writePng } from './png.ts';
export { type FileKind, SNIFF_BYTES, type Sniffed, sniff, unreadable } from './sniff.ts';
export { readTiff, type TiffFile } from './tiff.ts';
export type { TiffMetadata } from './tiff-metadata.ts';
export { openTiffStack, type TiffStack } from './tiff-stack.ts';
export {
  type LabelTiffOptions,
  type TiffWriteOptions,
  writeFloatTiff,
  writeLabelTiff,
  writeTiff,
} from './tiff-write.ts';
export { checkWhole } from './whole.ts';
export type { ByteSource } from './zip/directory.ts';
export { readZip, type ZipEntry } from './zip/zip.ts';
export { type GrowingZip, growingZip } from './zip-grow.ts';
export { writeZip } from './zip-write.ts';
