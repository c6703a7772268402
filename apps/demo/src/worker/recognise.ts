import { readDicomHeader, type Sniffed, sniff } from '@roentgen/models';
import type { Recognised, SystemId } from '../protocol.ts';

const radiographs = /^(CR|DX|DR|RF|RG|XA)$/;

interface Place {
  readonly system: Recognised['system'];
  readonly possible: readonly SystemId[];
}

const only = (system: SystemId): Place => ({ system, possible: [system] });

/** A DICOM file says what it is of: a plain radiograph, or a slice of a volume. */
function placeOfDicom(bytes: Uint8Array): Place {
  try {
    const { modality } = readDicomHeader(bytes);
    if (modality !== null && radiographs.test(modality)) return only('radiograph');
    if (modality === 'CT' || modality === 'MR' || modality === 'PT') return only('volume');
  } catch {
    // A damaged header is reported by the system that tries to read it.
  }
  return { system: null, possible: ['radiograph', 'volume'] };
}

function placeOf({ kind }: Sniffed, bytes: Uint8Array): Place {
  switch (kind) {
    case 'nifti':
    case 'nifti-gzip':
      return only('volume');
    case 'dicom':
      return placeOfDicom(bytes);
    case 'tiff':
      return { system: 'cells', possible: ['cells', 'radiograph'] };
    case 'png':
    case 'jpeg':
      return { system: null, possible: ['radiograph', 'cells'] };
    case 'onnx':
      return { system: 'model', possible: [] };
    default:
      return { system: null, possible: [] };
  }
}

/** Names each file's kind by its content and says which systems take it. Never fails: what is unreadable is said. */
export function recognise(files: readonly File[]): Promise<Recognised[]> {
  return Promise.all(
    files.map(async (file) => {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const sniffed = await sniff(bytes);
        const description =
          sniffed.kind === 'npy'
            ? 'a NumPy array, which the command line takes (npx roentgen run)'
            : sniffed.description;
        return { file, kind: sniffed.kind, description, ...placeOf(sniffed, bytes) };
      } catch (error) {
        const description = `it cannot be read (${error instanceof Error ? error.message : String(error)})`;
        return { file, kind: 'unknown', description, system: null, possible: [] };
      }
    }),
  );
}
