import type { SampleName, SystemId } from '../protocol.ts';

/** What the page says about a system before anything is loaded. */
export interface SystemText {
  readonly title: string;
  /** What several pictures for it are called. */
  readonly several: string;
  readonly does: string;
  readonly takes: string;
  readonly sample: { readonly name: SampleName; readonly label: string };
  readonly second: { readonly name: SampleName; readonly label: string } | null;
  /** Weights files that a run loads. */
  weights(scale: number): readonly string[];
}

export const systems: Readonly<Record<SystemId, SystemText>> = {
  radiograph: {
    title: 'Chest radiograph',
    several: 'Chest radiographs',
    does: 'Scores a frontal chest radiograph for pneumonia and shows which regions raised the score.',
    takes: 'DICOM, PNG, JPEG',
    sample: { name: 'chest-opacity', label: 'Try sample' },
    second: { name: 'chest', label: 'without opacity' },
    weights: () => ['densenet121.onnx'],
  },
  volume: {
    title: 'CT or MR volume',
    several: 'Volumes',
    does: 'Sharpens a volume along all three axes, with plain interpolation beside it to judge by.',
    takes: 'NIfTI, DICOM series as files, folder or ZIP',
    sample: { name: 'head', label: 'Try sample' },
    second: null,
    weights: (scale) => [`sr-hw-x${scale}.onnx`, `sr-d-x${scale}.onnx`],
  },
  cells: {
    title: 'Cells',
    several: 'Cells',
    does: 'Finds each cell of a fluorescence picture, counts them and measures their shape.',
    takes: 'TIFF, PNG; one file or one per stain, of one field or many',
    sample: { name: 'nuclei', label: 'Try sample' },
    second: { name: 'cells', label: 'three stains' },
    weights: () => ['rau-net.onnx'],
  },
};

/** Bytes for people, in the unit of 1000 that they are some of. */
export function size(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
