import type { Source } from '../../protocol.ts';
import type { Job } from '../worker.ts';
import { type Field, openField } from './field.ts';

/** Opens fields, and keeps the last one open, so that a choice of channels does not decode it again. */
export function fieldCache() {
  let kept: { readonly source: Source; readonly field: Promise<Field> } | undefined;
  const same = (a: Source, b: Source) =>
    a.kind === 'sample' || b.kind === 'sample'
      ? a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name
      : a.files.length === b.files.length &&
        a.files.every((file, i) => {
          const other = b.files[i];
          return (
            file.name === other.name && file.size === other.size && file.lastModified === other.lastModified
          );
        });
  return (source: Source, job: Job): Promise<Field> => {
    if (kept !== undefined && same(kept.source, source)) return kept.field;
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
