import { type ErrorCode, RoentgenError } from '@roentgen/kernels';

/** What stdout carries under `--json` when a command fails. */
export interface FailureReport {
  readonly error: {
    readonly code: ErrorCode | 'internal';
    readonly message: string;
    readonly node?: string;
    readonly hint?: string;
  };
}

/** Node's error codes that a user can do something about: what they mean, and what to do. */
const SYSTEM: Readonly<Record<string, readonly [fact: string, hint: string]>> = {
  ENOENT: ['is not there', 'check the path'],
  ENOTDIR: ['lies below something that is not a folder', 'check the path'],
  EISDIR: ['is a folder, not a file', 'name a file in it'],
  EACCES: ['may not be opened by this user', 'change its permissions or name another place'],
  EPERM: ['may not be changed by this user', 'change its permissions or name another place'],
  EROFS: ['lies on a file system that is read-only', 'name another place'],
  ENOSPC: ['does not fit: the disk is full', 'free some space or name another disk; nothing was left behind'],
  EDQUOT: ['does not fit: the disk quota is used up', 'free some space; nothing was left behind'],
  EFBIG: ['is larger than the file system allows', 'name another disk'],
  EMFILE: ['cannot be opened: too many files are open', 'raise the limit (ulimit -n)'],
  ENAMETOOLONG: ['has too long a name', 'choose a shorter one'],
  ELOOP: ['is a link that leads back to itself', 'check the path'],
};

function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** An error of the file system as a typed one that names the path. */
export function fileError(path: string, cause: unknown): RoentgenError {
  if (cause instanceof RoentgenError) return cause;
  const code = systemCode(cause) ?? '';
  if (code === 'ERR_FS_FILE_TOO_LARGE') {
    return new RoentgenError('memory', `'${path}' is larger than 2 GiB, more than is read in one piece`, {
      cause,
      hint: 'use a smaller file',
    });
  }
  const [fact, hint] = SYSTEM[code] ?? [`cannot be used: ${String(cause)}`, 'check the path'];
  return new RoentgenError('file', `'${path}' ${fact}`, { cause, hint });
}

/** The error that stands for a stop which the user asked for. */
export function aborted(): RoentgenError {
  return new RoentgenError('aborted', 'stopped; nothing half-written is left behind');
}

/** Any error as the report of it. `signal` tells an error caused by the user's stop from a real one. */
export function reportOf(error: unknown, signal?: AbortSignal): FailureReport {
  const known = typed(error, signal);
  if (known === undefined) return { error: internal(error) };
  const { code, message, node, hint } = known;
  return {
    error: {
      code,
      message,
      ...(node === undefined ? {} : { node }),
      ...(hint === undefined ? {} : { hint }),
    },
  };
}

function typed(error: unknown, signal: AbortSignal | undefined): RoentgenError | undefined {
  if (signal?.aborted === true || isAbort(error)) return aborted();
  if (error instanceof RoentgenError) return error;
  if (error instanceof RangeError && /allocation|array (buffer )?length/i.test(error.message)) {
    return new RoentgenError('memory', `the process ran out of memory (${error.message})`, {
      cause: error,
      hint: 'use a smaller input',
    });
  }
  const { path } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof path === 'string' ? fileError(path, error) : undefined;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function internal(error: unknown): FailureReport['error'] {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'internal',
    message,
    hint: 'this is a fault of ours; ROENTGEN_DEBUG=1 shows where it arose',
  };
}

/** The report for people: the thing and the facts on one line, the next step on another. */
export function failureText({ error }: FailureReport): string {
  return error.hint === undefined
    ? `error: ${error.message}\n`
    : `error: ${error.message}\n  ${error.hint}\n`;
}

/** 2 for bad usage, 1 for anything else. */
export function exitCodeOf({ error }: FailureReport): number {
  return error.code === 'usage' ? 2 : 1;
}
