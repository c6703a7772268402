import type { Writable } from 'node:stream';

/** Writes and waits until the text has left the process: what is piped is never cut off at the end. */
export function emit(stream: Writable, text: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined || isBrokenPipe(error)) done();
      else fail(error);
    });
  });
}

/** A reader that has seen enough (`| head`) is no fault of ours: what is written from then on goes nowhere. */
export function forgiveBrokenPipes(...streams: readonly Writable[]): void {
  for (const stream of streams) {
    stream.on('error', (error) => {
      if (!isBrokenPipe(error)) throw error;
    });
  }
}

function isBrokenPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
