import type { Source } from '../../protocol.ts';
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
  return (source: Source): Promise<Field> => {
    if (kept === undefined || !same(kept.source, source)) kept = { source, field: openField(source) };
    kept.field.catch(() => {
      kept = undefined;
    });
    return kept.field;
  };
}
