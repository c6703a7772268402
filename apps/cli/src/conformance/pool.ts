import { type ChildProcess, fork } from 'node:child_process';
import type { FoundTest, Verdict } from '@roentgen/conformance/backend';
import type { Tolerance } from '@roentgen/kernels';
import { type ErrorCode, RoentgenError } from '@roentgen/kernels';
import type { AdapterName } from '../context.ts';
import type { Job, Reply } from './worker.ts';

/** Longest that one test may take, in milliseconds; the largest networks take seconds. */
const LIMIT = 60_000;
/** A process that has run this many tests gives way to a fresh one: drivers keep what they once compiled. */
const TURNS = 400;

/**
 * Runs tests in a process of their own: one that crashes, hangs or never yields takes only itself along. A new process stands in for
 * one that died.
 */
export class Worker implements Disposable {
  readonly #adapter: AdapterName | undefined;
  readonly #signal: AbortSignal;
  #child: ChildProcess | undefined;
  #turns = 0;

  constructor(adapter: AdapterName | undefined, signal: AbortSignal) {
    this.#adapter = adapter;
    this.#signal = signal;
  }

  /** Runs a test. Throws RoentgenError when no test can run here ('device'), or on a stop. */
  async run({ folder }: FoundTest, tolerance: Tolerance | undefined): Promise<Verdict> {
    this.#signal.throwIfAborted();
    if (this.#turns >= TURNS) this[Symbol.dispose]();
    this.#child ??= this.#start();
    this.#turns++;
    const reply = await this.#ask(this.#child, { folder, ...(tolerance === undefined ? {} : { tolerance }) });
    if ('verdict' in reply) return reply.verdict;
    const { code, message, hint } = reply.error;
    throw new RoentgenError(code as ErrorCode, message, hint === undefined ? {} : { hint });
  }

  [Symbol.dispose](): void {
    this.#child?.removeAllListeners();
    if (this.#child?.connected) this.#child.disconnect();
    this.#child = undefined;
    this.#turns = 0;
  }

  #start(): ChildProcess {
    const options = this.#adapter === undefined ? [] : ['--adapter', this.#adapter];
    // Its stdout is nobody's: ours carries the answer only.
    return fork(process.argv[1], ['conformance-worker', ...options], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
  }

  #ask(child: ChildProcess, job: Job): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#signal.removeEventListener('abort', stop);
        child.removeAllListeners();
        settle();
      };
      const replace = () => {
        child.kill('SIGKILL');
        this.#child = undefined;
        this.#turns = 0;
      };
      const fail = (reason: string) => finish(() => resolve({ verdict: { status: 'failed', reason } }));
      const stop = () => {
        replace();
        finish(() => reject(this.#signal.reason));
      };
      const timer = setTimeout(() => {
        replace();
        fail(`did not end within ${LIMIT / 1000} s`);
      }, LIMIT);
      this.#signal.addEventListener('abort', stop, { once: true });
      child.once('message', (reply) => finish(() => resolve(reply as Reply)));
      child.once('error', (error) => finish(() => reject(error)));
      child.once('exit', (code, name) => {
        replace();
        fail(`the process died (${name ?? `exit code ${code}`})`);
      });
      child.send(job);
    });
  }
}
