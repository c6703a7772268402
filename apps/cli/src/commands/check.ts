import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Check, checkGolden, checkKernels } from '@roentgen/conformance';
import { RoentgenError } from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import type { CommonOptions, Context } from '../context.ts';
import { adapterTitle, withDevice } from '../gpu.ts';
import { command, type Registration } from '../register.ts';

interface CheckOptions extends CommonOptions {
  readonly filter?: string;
  readonly golden?: string;
}

export const checkCommand: Registration = (parent, perform) => {
  command(parent, 'check', 'holds every kernel to its float64 reference on this adapter')
    .option('--filter <TEXT>', 'only what has TEXT in its name: family/case and kernel, or a network')
    .option('--golden <DIR>', 'the networks of DIR instead: NAME.onnx against golden/NAME/*.npy')
    .action((options: CheckOptions) => perform(options, (context) => check(context, options)));
};

async function check(context: Context, { filter, golden }: CheckOptions): Promise<number> {
  const { adapter, tests } = await withDevice(context, { trusted: false }, async (device) => {
    const checks =
      golden === undefined ? checkKernels(device, filter) : checkGolden(device, inFolder(golden), filter);
    return { adapter: adapterTitle(device), tests: await collected(context, device, checks) };
  });
  if (tests.length === 0) throw new RoentgenError('usage', `nothing to check has '${filter}' in its name`);
  const count = (status: Check['status']) => tests.filter((one) => one.status === status).length;
  const totals = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  await context.answer({ adapter, ...totals, tests }, text(tests, totals));
  // Where all is left out nothing was shown.
  return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

/** Stops at the next check when told to, and where the device is lost, after which every check would fail. */
async function collected(context: Context, device: Device, checks: AsyncGenerator<Check>): Promise<Check[]> {
  const tests: Check[] = [];
  let lost: GPUDeviceLostInfo | undefined;
  device.onLost((info) => {
    lost = info;
  });
  for await (const one of checks) {
    context.signal.throwIfAborted();
    tests.push(one);
    context.progress.stage('checking', tests.length);
    if (lost) throw new RoentgenError('device', `the device was lost at ${one.name}: ${lost.message}`);
  }
  return tests;
}

function inFolder(folder: string): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}

function text(tests: readonly Check[], totals: Readonly<Record<Check['status'], number>>): string {
  const failed = tests.filter(({ status }) => status === 'failed');
  const lines = failed.map(
    ({ name, reason }) => `failed  ${name}\n    ${reason.replaceAll('\n', '\n    ')}\n`,
  );
  return `${lines.join('')}${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`;
}
