import { RoentgenError } from '@roentgen/kernels';
import { type ExternalFiles, type OnnxModel, readModel } from '../onnx/index.ts';
import type { SessionOptions } from './options.ts';

/** A model's bytes (which are not copied: leave them as they are while the session lives), or where to fetch them. */
export type ModelSource = Uint8Array | ArrayBuffer | string | URL;

/** Told how many bytes have come, and of how many where the server says. */
export type DownloadProgress = (done: number, total: number | undefined) => void;

async function bodyOf(response: Response, progress: DownloadProgress | undefined): Promise<Uint8Array> {
  const length = Number(response.headers.get('content-length'));
  const total = Number.isFinite(length) && length > 0 ? length : undefined;
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let done = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    done += part.value.length;
    progress?.(done, total);
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Fetches a file, with progress; a typed error names the address and the status. */
export async function download(
  url: string | URL,
  progress?: DownloadProgress,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (response.ok) return await bodyOf(response, progress);
    throw new RoentgenError('file', `${url} answers ${response.status} ${response.statusText}`.trim());
  } catch (cause) {
    if (cause instanceof RoentgenError) throw cause;
    if (signal?.aborted) throw new RoentgenError('aborted', `the download of ${url} was stopped`, { cause });
    throw new RoentgenError(
      'file',
      `${url} cannot be fetched: ${cause instanceof Error ? cause.message : cause}`,
      {
        cause,
        hint: 'check the address and the connection',
      },
    );
  }
}

/** External data beside a model that was fetched; every part of the path is quoted, and none leads up, so that it stays below. */
export function filesBeside(url: string | URL, signal?: AbortSignal): ExternalFiles {
  const base = new URL(url, globalThis.location?.href);
  return async (location) => {
    const parts = location.split('/');
    if (parts.some((part) => part === '..'))
      throw new RoentgenError('file', `the model's weights at '${location}' are not below its folder`);
    return download(new URL(parts.map(encodeURIComponent).join('/'), base), undefined, signal);
  };
}

/** Reads a model from where it is; one that was read already is taken as it is. Throws as `readModel`; 'file', 'aborted'. */
export async function loadModel(
  source: ModelSource | OnnxModel,
  { onProgress, externalData, signal }: SessionOptions,
): Promise<OnnxModel> {
  if (typeof source === 'object' && 'graph' in source) return source;
  const address = typeof source === 'string' || source instanceof URL ? source : undefined;
  const progress = (done: number, total: number | undefined) =>
    onProgress?.({ stage: 'download', done, total });
  const bytes =
    source instanceof Uint8Array
      ? source
      : address === undefined
        ? new Uint8Array(source as ArrayBuffer)
        : await download(address, progress, signal);
  onProgress?.({ stage: 'read', done: 0, total: bytes.length });
  const external = externalData ?? (address === undefined ? undefined : filesBeside(address, signal));
  const model = await readModel(bytes, {
    ...(external ? { external } : {}),
    ...(address === undefined ? {} : { name: String(address) }),
  });
  onProgress?.({ stage: 'read', done: bytes.length, total: bytes.length });
  return model;
}
