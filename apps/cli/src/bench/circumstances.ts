import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BenchReport } from '@roentgen/bench';
import { thisMachine, versionsOf } from '@roentgen/bench/node';
import { RoentgenError } from '@roentgen/kernels';
import { nodeGpu } from '@roentgen/runtime/node';
import type { Context } from '../context.ts';
import { weightsFolder } from '../systems/host.ts';

/** What a report says of where, when and on what it was measured, but for the adapter. */
export type Circumstances = Required<Pick<BenchReport, 'date' | 'commit' | 'machine' | 'versions'>>;

/** Packages that are measured, or measured with. */
const PACKAGES = {
  node: ['webgpu', 'onnxruntime-node'],
  chrome: ['onnxruntime-web', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-webgpu'],
} as const;

/** Looked at before the timing, whose own load it would show; a busy machine is told. */
export async function circumstances({ note }: Context, where: keyof typeof PACKAGES): Promise<Circumstances> {
  const machine = thisMachine();
  if (machine.load > machine.cores / 2)
    note(
      `this machine is busy (load ${machine.load} on ${machine.cores} cores): believe ratios, not milliseconds`,
    );
  const versions = versionsOf(PACKAGES[where]);
  return { date: new Date().toISOString(), commit: await commit(), machine, versions };
}

/** The commit that is checked out, or that the GPU kit was packed from; null where that cannot be told. */
async function commit(): Promise<string | null> {
  // What the kit was packed from stands before a checkout that it may have been unpacked in.
  const packed = process.env.ROENTGEN_COMMIT;
  if (packed !== undefined) return packed === '' ? null : packed;
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: weightsFolder() });
    return stdout.trim();
  } catch {
    return null; // no git, or no checkout: a report without a commit is still a report
  }
}

/**
 * ONNX Runtime takes the adapter that the Vulkan loader offers first, whatever `--adapter` asks of ours. Throws 'usage' where that would be
 * another one: a ratio of two adapters compares these, not the runtimes.
 */
export async function checkPeersAdapter(
  { adapter }: Context,
  { vendor, description }: GPUAdapterInfo,
): Promise<void> {
  if (adapter === undefined || adapter === 'auto') return;
  using first = await nodeGpu({ adapter: 'auto', trusted: true });
  if (first.info.vendor === vendor && first.info.description === description) return;
  const theirs = first.info.description || first.info.vendor;
  throw new RoentgenError('usage', `ONNX Runtime would run on '${theirs}', not on --adapter ${adapter}`, {
    hint: 'set VK_DRIVER_FILES to the manifest of the wanted driver, which both read, and leave --adapter away',
  });
}
