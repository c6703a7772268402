import { bytesOf, computeOf, type HostArray, isFloat } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, KernelInstance, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { exact, ofSum } from '../core/tolerance.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { require } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cases } from './cases.ts';
import { eachLine, linesOf, refuseLines } from './lines.ts';
import text from './scan.wgsl?raw';

type Scan = Vocabulary['scan'];

function instantiate({ attributes, inputs, outputs }: Problem<Scan>, caps: DeviceCaps): KernelInstance {
  const x = inputs[0]!;
  const [y] = outputs;
  const lines = linesOf(x, y, attributes.axis);
  const element = elementOf(x.dtype, caps);
  const head = {
    Num: computeOf(x.dtype),
    ElemX: element,
    ElemY: element,
    RANK: lines.across.shape.length,
    IDENTITY: attributes.kind === 'sum' ? 0 : 1,
    EXCLUSIVE: attributes.exclusive,
    REVERSE: attributes.reverse,
    gather: attributes.kind === 'sum' ? 'total + x' : 'total * x',
  };
  return {
    name: 'scan/lines',
    source: specialise('scan/scan.wgsl', text, head, extensionsOf(element)),
    bindings: [
      { index: 0, name: 'x', access: 'read', operand: 0 },
      { index: 1, name: 'y', access: 'read_write', operand: 1 },
    ],
    params: { index: 2, values: lines.params },
    grid: grid1d(lines.count, 64, caps),
  };
}

const lineByLine: KernelDefinition<Scan> = {
  name: 'scan/lines',
  rejects: (problem) => refuseLines(problem, problem.attributes.axis),
  cost({ inputs: [x] }, caps) {
    const size = sizeOf(x!.shape);
    return { flops: size, bytes: 2 * size * bytesOf(elementOf(x!.dtype, caps)), slowdown: 8 };
  },
  instantiate,
};

/** y[i] = y[i - 1] + x[i] (or times) along each line, in order. */
function reference(
  { attributes: { kind, axis, exclusive, reverse }, inputs: [x] }: Problem<Scan>,
  [values]: readonly (HostArray | null)[],
): Float64Array[] {
  const y = new Float64Array(values!.length);
  const { shape } = x!;
  eachLine(shape, axis, (start, step) => {
    let total = kind === 'sum' ? 0 : 1;
    for (let n = 0; n < shape[axis]; n++) {
      const at = start + step * (reverse ? shape[axis] - 1 - n : n);
      const next = kind === 'sum' ? total + values![at] : total * values![at];
      y[at] = exclusive ? total : next;
      total = next;
    }
  });
  return [y];
}

/** Running sums and products, as ONNX CumSum. Throws RoentgenError('shape') for an axis that x lacks. */
export const scanFamily: KernelFamily<Scan> = {
  name: 'scan',
  kernels: [lineByLine],
  cases,
  outputs({ axis }, [x]) {
    require(axis >= 0 && axis < x!.shape.length, `scan: axis ${axis} is not one of [${x!.shape}]`);
    return [{ dtype: x!.dtype, shape: x!.shape }];
  },
  reference,
  tolerance({ attributes: { kind, axis }, inputs: [x] }) {
    const { dtype, shape } = x!;
    if (!isFloat(dtype)) return exact;
    const { relative, absolute } = ofSum(dtype, shape[axis]);
    return { relative: kind === 'prod' ? relative + shape[axis] * 2 ** -23 : relative, absolute };
  },
};
