import type { SessionOptions } from '@roentgen/runtime';
import { fileStore } from '@roentgen/runtime/node';
import type { Command } from 'commander';
import type { Context } from './context.ts';

/** What a command that can time kernels is told of it. */
export interface TuneFlags {
  readonly tune?: boolean;
  readonly tuneFile?: string;
}

/** Adds `--tune` and where it keeps its answers. */
export function withTuning(command: Command): Command {
  return command
    .option('--tune', 'time the kernels that could be used, take the fastest, and remember them')
    .option('--tune-file <FILE>', "--tune, remembering in FILE instead of the user's cache folder");
}

/** A session's `tune` by the flags; problems with the memory, and kernels that are refused, are told on stderr. */
export function tuning(
  { note }: Pick<Context, 'note'>,
  { tune, tuneFile }: TuneFlags,
): Pick<SessionOptions, 'tune'> {
  if (tune !== true && tuneFile === undefined) return {};
  return {
    tune: {
      store: fileStore(tuneFile),
      onWarning: ({ message, hint }) => note(hint === undefined ? message : `${message} (${hint})`),
    },
  };
}
