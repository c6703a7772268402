import { fromArrayBuffer } from 'geotiff';
import type { Raster } from '../types.ts';
import { damaged } from './bytes.ts';
import { attempt, isColour, metadataOf, mirrored, pagesOf, throughPalette } from './tiff.ts';
import type { TiffMetadata } from './tiff-metadata.ts';
import type { Page } from './tiff-page.ts';

/** A TIFF of several channels, slices or frames, of which planes are decoded one at a time. */
export interface TiffStack {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly channels: number;
  /** Depths of focus. */
  readonly slices: number;
  /** Points in time. */
  readonly frames: number;
  readonly spacing?: Raster['spacing'];
  /** As many as channels; empty where the file names none. */
  readonly channelNames: readonly string[];
  /** As in `TiffFile`. */
  readonly interpretation: 'samples' | 'rgb' | 'palette-grey' | 'palette-colour';
  /** One plane, counted from 0: `height * width` values as `readTiff` gives them. */
  plane(channel: number, slice: number, frame: number): Promise<Float32Array>;
}

/** Pages without a description are channels up to here, and slices beyond: no microscope has so many stains. */
const MOST_PLAIN_CHANNELS = 8;

interface Axes {
  readonly channels: number;
  readonly slices: number;
  readonly frames: number;
}

/** How many of each the pages hold. Throws `format` where the description promises other pages than there are. */
function axesOf(pages: readonly Page[], { axes, dialect }: TiffMetadata): Axes {
  const planes = pages.reduce((sum, { samples }) => sum + samples, 0);
  if (axes !== undefined) {
    const { channels, slices, frames } = axes;
    if (channels * slices * frames === planes) return axes;
    if (channels * slices * frames > 1)
      throw damaged(
        `TIFF: ${dialect} describes ${channels} channels, ${slices} slices and ${frames} frames, the file holds ${planes} planes`,
        dialect === 'ome' ? 'an OME-TIFF in several files has to be saved as one' : 'save it again',
      );
  }
  return pages.length <= MOST_PLAIN_CHANNELS
    ? { channels: planes, slices: 1, frames: 1 }
    : { channels: pages[0].samples, slices: pages.length, frames: 1 };
}

/** The page and the sample in it that hold a plane. Samples of a page are neighbouring channels. */
function place(
  samples: number,
  axes: Axes,
  order: TiffMetadata['pageOrder'],
  at: readonly [channel: number, slice: number, frame: number],
) {
  const [channel, slice, frame] = at;
  const sizes = { C: Math.max(1, axes.channels / samples), Z: axes.slices, T: axes.frames };
  const index = { C: Math.floor(channel / samples), Z: slice, T: frame };
  let [page, step] = [0, 1];
  for (const axis of order ?? (['C', 'Z', 'T'] as const)) {
    page += index[axis] * step;
    step *= sizes[axis];
  }
  return { page, sample: channel % samples };
}

async function planeOf({ image, photometric, bits, format }: Page, sample: number): Promise<Float32Array> {
  const [plane] = await attempt('pixels', () => image.readRasters({ interleave: false, samples: [sample] }));
  const data = Float32Array.from(plane as ArrayLike<number>);
  return photometric === 0 && format === 1 ? mirrored(data, bits) : data;
}

/** A picture through its palette is one page of one or three channels. */
async function paletteStack(
  page: Page,
  head: Pick<TiffStack, 'width' | 'height' | 'spacing'>,
): Promise<TiffStack> {
  const indices = await planeOf(page, 0);
  const { raster, interpretation } = await throughPalette(page, indices);
  const pixels = raster.width * raster.height;
  return {
    ...head,
    bits: raster.bits,
    channels: raster.channels,
    slices: 1,
    frames: 1,
    channelNames: [],
    interpretation,
    plane: async (channel) => raster.data.slice(channel * pixels, (channel + 1) * pixels),
  };
}

/**
 * Opens a TIFF for its planes: OME's and ImageJ's hyperstacks by their own count of channels, slices and frames; pages
 * that nothing is said of as channels, or as slices where there are more than eight. Throws what `readTiff` does, but
 * for z-stacks and time series.
 */
export async function openTiffStack(bytes: Uint8Array): Promise<TiffStack> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return attempt('file', async () => {
    const file = await fromArrayBuffer(buffer);
    const metadata = await metadataOf(await file.getImage(0));
    const pages = await pagesOf(file, bytes.length);
    const [{ width, height, bits, samples, photometric }] = pages;
    const size = metadata.pixelSize;
    const head = { width, height, ...(size && { spacing: { ...size, unit: 'um' as const } }) };
    if (photometric === 3 && pages.length === 1) return paletteStack(pages[0], head);
    const axes = axesOf(pages, metadata);
    return {
      ...head,
      ...axes,
      bits,
      channelNames: metadata.channelNames.length === axes.channels ? metadata.channelNames : [],
      interpretation: isColour(pages) ? 'rgb' : 'samples',
      plane(channel, slice, frame) {
        const { page, sample } = place(samples, axes, metadata.pageOrder, [channel, slice, frame]);
        return planeOf(pages[page], sample);
      },
    };
  });
}
