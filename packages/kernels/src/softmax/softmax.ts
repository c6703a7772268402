import { bytesOf, type HostArray, isFloat } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, KernelInstance, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { exact, stored } from '../core/tolerance.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { require } from '../layout/tensors.ts';
import { eachLine, linesOf, refuseLines } from '../scan/lines.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import stridedText from './strided.wgsl?raw';
import workgroupText from './workgroup.wgsl?raw';

type Softmax = Vocabulary['softmax'];
type SoftmaxProblem = Problem<Softmax>;

const results: Readonly<Record<Softmax['kind'], string>> = {
  softmax: 'exp(v) / sum',
  logSoftmax: 'v - log(sum)',
  hardmax: 'select(0.0, 1.0, i == first)',
};

function instance(
  name: string,
  text: string,
  head: Specialisation,
  { attributes, inputs, outputs }: SoftmaxProblem,
  caps: DeviceCaps,
  perGroup: number,
): KernelInstance {
  const lines = linesOf(inputs[0]!, outputs[0], attributes.axis);
  const element = elementOf(inputs[0]!.dtype, caps);
  const values = {
    ElemX: element,
    ElemY: element,
    RANK: lines.across.shape.length,
    result: results[attributes.kind],
    ...head,
  };
  return {
    name,
    source: specialise(`${name}.wgsl`, text, values, extensionsOf(element)),
    bindings: [
      { index: 0, name: 'x', access: 'read', operand: 0 },
      { index: 1, name: 'y', access: 'read_write', operand: 1 },
    ],
    params: { index: 2, values: lines.params },
    grid: grid1d(lines.count, perGroup, caps),
  };
}

function costOf({ inputs: [x] }: SoftmaxProblem, caps: DeviceCaps, slowdown: number) {
  const size = sizeOf(x!.shape);
  return { flops: 8 * size, bytes: 4 * size * bytesOf(elementOf(x!.dtype, caps)), slowdown };
}

const rejects = (problem: SoftmaxProblem) => refuseLines(problem, problem.attributes.axis);

/** One thread a line: short lines, or many. */
const strided: KernelDefinition<Softmax> = {
  name: 'softmax/strided',
  rejects,
  cost(problem, caps) {
    const { count } = linesOf(problem.inputs[0]!, problem.outputs[0], problem.attributes.axis);
    return costOf(problem, caps, 2 * Math.max(1, (caps.software ? 8 : 16384) / count));
  },
  instantiate: (problem, caps) => instance(strided.name, stridedText, {}, problem, caps, 64),
};

/**
 * What a workgroup and its barriers cost a software adapter, whatever the length of its line, over the traffic of one element: 20 us each
 * on lavapipe, whose memory moves the 16 bytes in 3 ns.
 */
const barriers = 6400;

/** One workgroup a line: long ones, and few. */
const workgroup: KernelDefinition<Softmax> = {
  name: 'softmax/workgroup',
  rejects,
  cost(problem, caps) {
    const { length } = linesOf(problem.inputs[0]!, problem.outputs[0], problem.attributes.axis);
    return costOf(
      problem,
      caps,
      caps.software ? Math.max(6, barriers / length) : 1.5 * Math.max(1, 128 / length),
    );
  },
  instantiate(problem, caps) {
    const { length } = linesOf(problem.inputs[0]!, problem.outputs[0], problem.attributes.axis);
    const head = { WORKGROUP: length > 4096 ? 256 : 64 };
    return instance(workgroup.name, workgroupText, head, problem, caps, 1);
  },
};

/** Along each line, with the greatest value taken off first, which changes nothing but overflow. */
function reference(
  { attributes: { kind, axis }, inputs: [x] }: SoftmaxProblem,
  [values]: readonly (HostArray | null)[],
): Float64Array[] {
  const { shape } = x!;
  const length = shape[axis];
  const y = new Float64Array(values!.length);
  eachLine(shape, axis, (start, step) => {
    let first = 0;
    for (let i = 1; i < length; i++) if (values![start + i * step] > values![start + first * step]) first = i;
    const greatest = values![start + first * step];
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Math.exp(values![start + i * step] - greatest);
    for (let i = 0; i < length; i++) {
      const v = values![start + i * step] - greatest;
      const soft = kind === 'softmax' ? Math.exp(v) / sum : v - Math.log(sum);
      y[start + i * step] = kind === 'hardmax' ? Number(i === first) : soft;
    }
  });
  return [y];
}

/** softmax, its logarithm, and hardmax along one axis. Throws RoentgenError('shape') for an axis that x lacks. */
export const softmaxFamily: KernelFamily<Softmax> = {
  name: 'softmax',
  kernels: [strided, workgroup],
  cases,
  outputs({ kind, axis }, [x]) {
    require(axis >= 0 && axis < x!.shape.length, `${kind}: axis ${axis} is not one of [${x!.shape}]`);
    if (!isFloat(x!.dtype)) throw new RoentgenError('unsupported', `${kind} of ${x!.dtype}`);
    return [{ dtype: x!.dtype, shape: x!.shape }];
  },
  reference,
  tolerance({ attributes: { kind, axis }, inputs: [x] }) {
    if (kind === 'hardmax') return exact;
    // A sum of positive terms keeps their relative error, that of exp, and adds its own roundings; a logarithm makes both absolute.
    return stored(x!.dtype, {
      relative: 2e-6 + Math.sqrt(x!.shape[axis]) * 2 ** -22,
      absolute: kind === 'softmax' ? 1e-7 : 2e-6,
    });
  },
};
