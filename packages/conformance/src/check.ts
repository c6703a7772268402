import { type Case, families, type KernelDefinition, type KernelFamily } from '@roentgen/kernels';
import { type Device, disagreement, drawInputs, runKernel, Session } from '@roentgen/runtime';
import { goldenDifferences, goldenNetworks, goldenShare } from './golden.ts';

/** One thing held to its reference on an adapter. */
export interface Check {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or where it differs. */
  readonly reason: string;
}

/** Shapes of the networks whose float64 reference alone takes seconds; every path through a kernel has a small case. */
const affordable = 7e8;

type Known = KernelFamily<unknown>;
type Kernel = KernelDefinition<unknown>;

/** Every case of every family on every kernel that takes it, with `filter` in family/case or kernel, against the float64 reference. */
export async function* checkKernels(device: Device, filter = ''): AsyncGenerator<Check> {
  for (const family of Object.values(families) as Known[])
    for (const testCase of family.cases)
      for (const kernel of family.kernels) {
        const name = `${family.name}/${testCase.name} ${kernel.name}`;
        if (name.includes(filter)) yield { name, ...(await checkKernel(device, family, testCase, kernel)) };
      }
}

async function checkKernel(
  device: Device,
  family: Known,
  testCase: Case<unknown>,
  kernel: Kernel,
): Promise<Omit<Check, 'name'>> {
  const { problem } = testCase;
  const { caps } = device;
  const refusal = kernel.rejects(problem, caps);
  if (refusal !== null) return { status: 'skipped', reason: refusal };
  if (kernel.cost(problem, caps).flops > affordable)
    return { status: 'skipped', reason: 'large: bench --suite kernels checks it' };
  return attempt(async () => {
    const inputs = drawInputs(testCase);
    const expected = family.reference(problem, inputs);
    const actual = await runKernel(device, kernel.instantiate(problem, caps), problem, inputs);
    return disagreement(problem, actual, expected, family.tolerance(problem));
  });
}

/** What a check comes to: passed where it finds no difference, failed with its reason where it does, or cannot run. */
async function attempt(difference: () => Promise<string>): Promise<Omit<Check, 'name'>> {
  try {
    const reason = await difference();
    return { status: reason === '' ? 'passed' : 'failed', reason };
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The reference networks with `filter` in their name against their golden outputs, in f32 and f16. `read` gives
 * files of a folder that holds NAME.onnx and golden/NAME/*.npy, undefined for those that are not there.
 */
export async function* checkGolden(
  device: Device,
  read: (path: string) => Promise<Uint8Array | undefined>,
  filter = '',
): AsyncGenerator<Check> {
  for (const [network, outputs] of Object.entries(goldenNetworks)) {
    if (!network.includes(filter)) continue;
    const bytes = await read(`${network}.onnx`);
    for (const dtype of ['f32', 'f16'] as const) {
      const name = `${network} in ${dtype}`;
      if (bytes === undefined) yield { name, status: 'skipped', reason: 'the network is not there' };
      else
        yield {
          name,
          ...(await attempt(async () => {
            using session = await Session.create(bytes, { device, dtype });
            const array = async (which: string) => {
              const file = await read(`golden/${network}/${which}.npy`);
              if (file === undefined) throw new Error(`there is no golden/${network}/${which}.npy`);
              return file;
            };
            return (await goldenDifferences(session, outputs, goldenShare[dtype], array)).join('\n');
          })),
        };
    }
  }
}
