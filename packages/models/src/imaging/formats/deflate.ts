import { RoentgenError } from '@roentgen/kernels';
import { checkPresent, damaged, humanBytes } from './bytes.ts';

/** gzip (RFC 1952), zlib (RFC 1950, which the web calls "deflate") or bare deflate (RFC 1951). */
export type Compression = 'gzip' | 'deflate' | 'deflate-raw';

/** Bytes that go into a stream at once: a piece is worked on without a break. */
const PIECE = 2 ** 18;

function streamOf(
  bytes: Uint8Array,
  through: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE) as Uint8Array<ArrayBuffer>);
      else controller.close();
      at += PIECE;
    },
  });
  return source.pipeThrough(through);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** How many bytes to accept, and what follows when there are more. */
export interface InflateLimit {
  /** Bytes accepted at most. */
  readonly bytes: number;
  /** `refuse` throws `memory`; `stop` returns the first `bytes` bytes and reads no further. */
  readonly beyond: 'refuse' | 'stop';
  /** Told how many have come out, and waited for; a `RoentgenError` that it throws ends the unpacking. */
  readonly onBytes?: ((bytes: number) => void | Promise<void>) | undefined;
}

async function collect(reader: ReadableStreamDefaultReader<Uint8Array>, what: string, limit: InflateLimit) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    await limit.onBytes?.(Math.min(length, limit.bytes));
    if (length <= limit.bytes) continue;
    await reader.cancel();
    if (limit.beyond === 'stop') return joined(chunks, length).subarray(0, limit.bytes);
    throw new RoentgenError(
      'memory',
      `${what} unpacks to more than the ${humanBytes(limit.bytes)} it may hold`,
      {
        hint: 'the file is damaged or was made to exhaust memory',
      },
    );
  }
  return joined(chunks, length);
}

/**
 * Unpacks `bytes`, holding at most `limit` (a plain number refuses more). Throws `format` where the stream is
 * damaged or cut short and `memory` where it goes beyond the limit. `what` names the thing in messages.
 */
export async function inflate(
  bytes: Uint8Array,
  kind: Compression,
  limit: number | InflateLimit,
  what: string,
): Promise<Uint8Array> {
  const bound: InflateLimit = typeof limit === 'number' ? { bytes: limit, beyond: 'refuse' } : limit;
  const reader = streamOf(bytes, new DecompressionStream(kind)).getReader();
  try {
    return await collect(reader, what, bound);
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    if (cause instanceof RoentgenError) throw cause;
    throw damaged(`${what}: the ${kind} data are damaged or cut short`, 'copy the file again', cause);
  }
}

/** The first `limit` bytes of a stream, or all that it has; it is read little further. */
export function firstBytes(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  return collect(stream.getReader(), 'stream', { bytes: limit, beyond: 'stop' });
}

/**
 * Unpacks a stream as it is read, to exactly `size` bytes. Reading it throws `format` where the packed bytes are damaged,
 * and where they are more or fewer than that.
 */
export function inflateStream(
  packed: ReadableStream<Uint8Array>,
  kind: Compression,
  size: number,
  what: string,
): ReadableStream<Uint8Array> {
  const through = new DecompressionStream(kind) as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;
  const reader = packed.pipeThrough(through).getReader();
  const broken = (cause: unknown): RoentgenError =>
    cause instanceof RoentgenError
      ? cause
      : damaged(`${what}: the ${kind} data are damaged or cut short`, 'copy the file again', cause);
  let length = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await reader.read().catch((cause: unknown) => Promise.reject(broken(cause)));
      if (part.done) {
        checkPresent(what, size, length);
        return controller.close();
      }
      length += part.value.length;
      if (length <= size) return controller.enqueue(part.value);
      await reader.cancel();
      throw damaged(`${what} unpacks to more than the ${size} bytes that are stated`, 'copy the file again');
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** All bytes of a stream in one piece. */
export async function joinStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return joined(
    chunks,
    chunks.reduce((sum, chunk) => sum + chunk.length, 0),
  );
}

/** Packs `bytes`. */
export function deflate(bytes: Uint8Array, kind: Compression): Promise<Uint8Array> {
  return joinStream(streamOf(bytes, new CompressionStream(kind)));
}
