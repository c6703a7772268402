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

/**
 * A reader that has seen enough (`| head`) is no fault of ours: what is written from then on goes nowhere. An answer that
 * cannot be written for another reason (`> file` on a full disk) is a failure, which `fail` is told once.
 */
export function watchStreams(answers: Writable, messages: Writable, fail: (error: unknown) => void): void {
  // Messages that cannot be written have no other place to go.
  messages.on('error', () => {});
  let failed = false;
  answers.on('error', (error) => {
    if (failed || isBrokenPipe(error)) return;
    failed = true;
    fail(error);
  });
}

function isBrokenPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
