import type { Source } from '../../protocol.ts';
import { sameFiles } from '../same-files.ts';
import type { Job } from '../worker.ts';
import { type Field, openField } from './field.ts';

async function same(a: Source, b: Source): Promise<boolean> {
  if (a.kind === 'sample' || b.kind === 'sample')
    return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name;
  return sameFiles(a, b);
}

/** Opens fields, and keeps the last one open, so that a choice of channels does not decode it again. */
export function fieldCache() {
  let kept: { readonly source: Source; readonly field: Promise<Field> } | undefined;
  return async (source: Source, job: Job): Promise<Field> => {
    const before = kept;
    if (before !== undefined && (await same(before.source, source))) return before.field;
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
