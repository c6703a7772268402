import { join } from 'node:path';
import { RoentgenError } from '@roentgen/kernels';
import type { CommonOptions } from '../context.ts';
import { readCsv } from '../io/csv.ts';
import { readInput } from '../io/files.ts';

/** Options of a command that works on a part of a data set. */
export interface FoldOptions extends CommonOptions {
  readonly fold: string;
  readonly model?: string;
}

/** The rows of a fold of a folder's list of files. Throws `usage` where it has none, naming its folds. */
export async function foldRows<K extends string>(
  folder: string,
  file: string,
  fold: string,
  columns: readonly K[],
): Promise<Record<K, string>[]> {
  const path = join(folder, file);
  const rows = readCsv(new TextDecoder().decode(await readInput(path)), path, [...columns, 'fold']);
  const chosen = rows.filter((row) => row.fold === fold);
  if (chosen.length > 0) return chosen;
  const folds = [...new Set(rows.map((row) => row.fold))].join(', ');
  throw new RoentgenError('usage', `'${path}' has no row of fold '${fold}'`, {
    hint: `its folds are ${folds}`,
  });
}

/** A network of the user's own as an option for loading, or nothing. */
export async function ownModel(model: string | undefined): Promise<{ readonly model?: Uint8Array }> {
  return model === undefined ? {} : { model: await readInput(model) };
}
