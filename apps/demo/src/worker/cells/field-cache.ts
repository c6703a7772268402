import type { Source } from '../../protocol.ts';
import { readPart } from '../opening/read.ts';
import type { Job } from '../worker.ts';
import { type Field, openField } from './field.ts';

/** Bytes that are compared at a file's beginning, middle and end. */
const PIECE = 2 ** 20;

/**
 * Whether two files are the same: wells of a plate often share name, length and date, so pieces of what is in them are
 * compared as well.
 */
async function sameFile(a: File, b: File): Promise<boolean> {
  if (a === b) return true;
  if (a.name !== b.name || a.size !== b.size || a.lastModified !== b.lastModified) return false;
  for (const from of [0, Math.floor(a.size / 2), Math.max(0, a.size - PIECE)]) {
    const [one, other] = await Promise.all([a, b].map((file) => readPart(file, from, from + PIECE)));
    if (one.some((byte, i) => byte !== other[i])) return false;
  }
  return true;
}

async function same(a: Source, b: Source): Promise<boolean> {
  if (a.kind === 'sample' || b.kind === 'sample')
    return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name;
  if (a.files.length !== b.files.length) return false;
  const each = await Promise.all(a.files.map((file, i) => sameFile(file, b.files[i])));
  return each.every(Boolean);
}

/** Opens fields, and keeps the last one open, so that a choice of channels does not decode it again. */
export function fieldCache() {
  let kept: { readonly source: Source; readonly field: Promise<Field> } | undefined;
  return async (source: Source, job: Job): Promise<Field> => {
    const before = kept;
    // A file that cannot be read any more is none of those that are kept; opening it says so.
    if (before !== undefined && (await same(before.source, source).catch(() => false))) return before.field;
    const mine = { source, field: openField(source, job) };
    const forget = () => {
      if (kept === mine) kept = undefined;
    };
    kept = mine;
    // Who asks for the same file right after a stop waits for no decoding that was stopped.
    job.signal.addEventListener('abort', forget);
    mine.field.then(() => job.signal.removeEventListener('abort', forget), forget);
    return mine.field;
  };
}
