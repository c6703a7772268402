import { runBackendTest, type Verdict } from '@roentgen/conformance/backend';
import type { Tolerance } from '@roentgen/kernels';
import { type Device, openDevice } from '@roentgen/runtime';
import { type NodeGpu, nodeGpu } from '@roentgen/runtime/node';
import type { AdapterName } from '../context.ts';
import { type FailureReport, reportOf } from '../io/failure.ts';

/** What the worker is asked. */
export interface Job {
  readonly folder: string;
  readonly tolerance?: Tolerance;
}

/** What it answers: a verdict, or why it cannot work at all. */
export type Reply = { readonly verdict: Verdict } | FailureReport;

/**
 * The other side of `WorkerPool`: runs one test after another on one device, in a process that may die of any of them. Ends when the
 * parent goes away.
 */
export async function work(adapter: AdapterName | undefined): Promise<void> {
  const reply = (answer: Reply) => process.send?.(answer);
  // The terminal sends Ctrl-C to the whole group; the parent decides what becomes of us.
  process.on('SIGINT', () => {});
  let gpu: NodeGpu | undefined;
  let device: Device | undefined;
  const open = async () => {
    gpu ??= await nodeGpu({
      ...(adapter === undefined ? {} : { adapter }),
      log: (line) => process.stderr.write(`${line}\n`),
    });
    const opened = await openDevice(gpu.gpu);
    void opened.lost.then(() => {
      if (device === opened) device = undefined;
    });
    return opened;
  };
  const handle = async ({ folder, tolerance }: Job) => {
    try {
      device ??= await open();
    } catch (error) {
      return reply(reportOf(error));
    }
    return reply({ verdict: await runBackendTest(folder, device, tolerance) });
  };
  await new Promise<void>((done) => {
    process.on('message', (job) => void handle(job as Job));
    process.on('disconnect', done);
  });
  device?.[Symbol.dispose]();
  gpu?.release();
}
