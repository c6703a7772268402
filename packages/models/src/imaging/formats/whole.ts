import { ascii, checkPresent, damaged, viewOf } from './bytes.ts';
import { jpegInfo } from './codecs/codestream.ts';
import { crc32 } from './crc32.ts';
import { readNiftiHead } from './nifti.ts';
import type { FileKind } from './sniff.ts';
import { checkTiffWhole } from './tiff-whole.ts';
import type { ByteSource } from './zip/directory.ts';

/** Larger files are not read to be looked at; what is wrong inside them is found when they are opened. */
const READ_WHOLE = 2 ** 25;

/** Walks the chunks of a PNG; each has to be there, and to be what its checksum says. */
function checkPng(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = ascii(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    checkPresent(`PNG chunk ${name}`, end, bytes.length);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw damaged(`PNG: the checksum of its chunk ${name} is wrong`, 'the file is damaged: copy it again');
    if (name === 'IEND') return;
    at = end;
  }
  throw damaged('PNG: no IEND chunk', 'the file is truncated: copy it again');
}

/** Unpacked NIfTI files say how long they have to be. */
async function checkNifti(source: ByteSource): Promise<void> {
  const header = await readNiftiHead(await source.read(0, Math.min(source.size, 2 ** 16)));
  const { dims, volumes, bytesPerVoxel, offset } = header;
  const voxels = dims[0] * dims[1] * dims[2] * volumes;
  checkPresent('NIfTI voxels', offset + voxels * bytesPerVoxel, source.size);
}

/**
 * Looks whether a file is all there, without decoding it: chunks and checksums of PNG, the end of a JPEG, the places that
 * a TIFF points to, the length that a NIfTI header calls for. Other kinds, and PNG and JPEG of more than 32 MiB, pass.
 * Throws `format`, and what the readers of headers throw.
 */
export async function checkWhole(kind: FileKind, source: ByteSource): Promise<void> {
  if (kind === 'nifti') return checkNifti(source);
  if (kind === 'tiff') return checkTiffWhole(source);
  if (source.size > READ_WHOLE || (kind !== 'png' && kind !== 'jpeg')) return;
  const bytes = await source.read(0, source.size);
  if (kind === 'png') checkPng(bytes);
  else jpegInfo(bytes);
}
