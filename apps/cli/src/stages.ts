import type { Progress } from './io/progress.ts';

/** What a session, or a pipeline of ours, tells of its progress. */
export interface Told {
  readonly stage: string;
  readonly done: number;
  readonly total: number | undefined;
}

const TITLES: Readonly<Record<string, string>> = {
  download: 'fetching the model',
  read: 'reading the model',
  plan: 'planning',
  tune: 'timing kernels',
  compile: 'compiling shaders',
  upload: 'uploading weights',
  decode: 'reading the image',
  run: 'computing',
};

const BYTES: ReadonlySet<string> = new Set(['download', 'upload']);

/** Shows a session's stages in the words of the command line; `prefix` says what the session is for. */
export function sessionProgress(progress: Progress, prefix = ''): (told: Told) => void {
  return ({ stage, done, total }) => {
    const title = `${prefix}${TITLES[stage] ?? stage}`;
    if (BYTES.has(stage)) progress.stage(title, done, total, 'bytes');
    else progress.stage(title, done, total);
  };
}
