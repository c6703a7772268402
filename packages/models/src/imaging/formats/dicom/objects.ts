/** Storage classes without an image of their own (PS3.6 annex A), by what follows 1.2.840.10008. */
const OBJECTS: readonly (readonly [prefix: string, name: string])[] = [
  ['1.3.10', 'the directory of a medium (DICOMDIR)'],
  ['5.1.4.1.1.11.', 'a presentation state'],
  ['5.1.4.1.1.88.59', 'a key object selection'],
  ['5.1.4.1.1.88.', 'a structured report'],
  ['5.1.4.1.1.104.', 'an encapsulated document'],
  ['5.1.4.1.1.66.4', 'a segmentation'],
  ['5.1.4.1.1.66', 'raw data or a registration'],
  ['5.1.4.1.1.9.', 'a waveform'],
  ['5.1.4.1.1.481.3', 'a set of radiotherapy structures'],
  ['5.1.4.1.1.481.', 'a radiotherapy object'],
  ['5.1.4.1.1.4.2', 'an MR spectroscopy'],
];

const ROOT = '1.2.840.10008.';

/** What a DICOM object that is no image is, from its SOP class; null where the class says nothing of the kind. */
export function objectName(sopClass: string | null): string | null {
  if (sopClass === null || !sopClass.startsWith(ROOT)) return null;
  const rest = sopClass.slice(ROOT.length);
  return OBJECTS.find(([prefix]) => rest.startsWith(prefix))?.[1] ?? null;
}
