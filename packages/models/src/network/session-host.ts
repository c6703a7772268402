import {
  download,
  type ExternalFiles,
  type ModelSource,
  readModel,
  Session,
  type SessionOptions,
} from '@roentgen/runtime';
import type { ModelHost } from './network.ts';

export interface SessionHostOptions extends SessionOptions {
  /** The folder of the shipped weights; must end in a slash. */
  readonly weights: URL;
  /** Reads a file by its address: `fetch` unless given. Node's fetch reads no files, so Node hands in its own. */
  readonly read?: (address: URL) => Promise<Uint8Array>;
}

/** Weights beside a model file, wherever it lies; every part of the path is quoted, so that none leads out of its folder. */
function beside(address: URL, read: (address: URL) => Promise<Uint8Array>): ExternalFiles {
  return (location) => read(new URL(location.split('/').map(encodeURIComponent).join('/'), address));
}

/**
 * Opens the systems' networks as sessions on a GPU, in Chrome and in Node alike. Give a `device` to share one between
 * networks, as super-resolution has two. Throws what `readModel` and `Session.create` throw, and `file` where the
 * weights cannot be had.
 */
export function sessionHost(options: SessionHostOptions): ModelHost {
  const { weights, onProgress, signal } = options;
  const fetched = (address: URL) =>
    download(address, (done, total) => onProgress?.({ stage: 'download', done, total }), signal);
  const read = options.read ?? fetched;
  const open = async (source: ModelSource, edit: Parameters<ModelHost['open']>[1]) => {
    const address = typeof source === 'string' ? new URL(source) : source instanceof URL ? source : undefined;
    const bytes = address ? await read(address) : new Uint8Array(source as Uint8Array | ArrayBuffer);
    const external = options.externalData ?? (address && beside(address, read));
    const model = await readModel(bytes, {
      ...(address && { name: decodeURIComponent(address.pathname.split('/').at(-1) ?? '') }),
      ...(external && { external }),
    });
    return Session.create(edit(model), options);
  };
  return { weights: (file) => new URL(file, weights), open };
}
