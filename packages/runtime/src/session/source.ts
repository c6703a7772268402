import { RoentgenError } from '@roentgen/kernels';
import type { ExternalFiles } from '../onnx/index.ts';

/** A model's bytes, or where to fetch them. */
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
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (cause) {
    if (signal?.aborted) throw new RoentgenError('aborted', `the download of ${url} was stopped`, { cause });
    throw new RoentgenError('file', `${url} cannot be reached`, {
      cause,
      hint: 'check the address and the connection',
    });
  }
  if (!response.ok)
    throw new RoentgenError('file', `${url} answers ${response.status} ${response.statusText}`.trim());
  return bodyOf(response, progress);
}

/** External data beside a model that was fetched: every part of the path is quoted, so that it stays below the model's folder. */
export function filesBeside(url: string | URL): ExternalFiles {
  return (location) =>
    download(
      new URL(location.split('/').map(encodeURIComponent).join('/'), new URL(url, globalThis.location?.href)),
    );
}
