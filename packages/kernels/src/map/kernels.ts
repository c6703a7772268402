import { stridesWithin } from '../core/broadcast.ts';
import { bytesOf, type Scalar, storageOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type {
  Binding,
  DeviceCaps,
  KernelDefinition,
  KernelInstance,
  Param,
  Problem,
} from '../core/kernel.ts';
import { sizeOf, type Tensor } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { type Axes, mergeAxes, padAxes } from '../layout/merge.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { commonType, convertWgsl } from './convert.ts';
import { chainTyped, functionOf } from './functions.ts';
import text from './map.wgsl?raw';

type MapProblem = Problem<Vocabulary['map']>;

const names = ['A', 'B', 'C'] as const;
const maxRank = 8;
const workgroup = 64;

/** Inputs a, b, c and then the output; absent inputs are null. */
function operandsOf({ inputs, outputs }: MapProblem): (Tensor | null)[] {
  return [inputs[0], inputs[1] ?? null, inputs[2] ?? null, outputs[0]];
}

/** The merged walk of the operands, innermost axis first. */
function walkOf(problem: MapProblem): Axes {
  const { shape } = problem.outputs[0];
  const strides = operandsOf(problem).map((tensor) =>
    tensor ? stridesWithin(tensor, shape) : shape.map(() => 0),
  );
  const walk = padAxes(mergeAxes({ shape, strides }), 1);
  return { shape: walk.shape.toReversed(), strides: walk.strides.map((own) => own.toReversed()) };
}

/** What the head says about an operand: `lanes` neighbours are read as one vector, or one element is spread over them. */
interface Access {
  readonly held: Scalar;
  readonly vector: boolean;
}

function accessOf(tensor: Tensor | null, stride: number, lanes: number, f16: boolean): Access {
  return { held: tensor ? storageOf(tensor.dtype, f16) : 'f32', vector: lanes > 1 && stride !== 0 };
}

function elementType({ held, vector }: Access): string {
  return vector ? `vec4<${held}>` : held;
}

function loader(name: string, access: Access, num: string, lanes: number): string {
  const read = `${name.toLowerCase()}[at]`;
  if (lanes === 1) return `${num}(${read})`;
  return access.vector ? `vec4<${num}>(${read})` : `vec4<${num}>(${num}(${read}))`;
}

function headOf(problem: MapProblem, walk: Axes, lanes: number, f16: boolean): Specialisation {
  const { fn, then, to } = problem.attributes;
  const operands = operandsOf(problem);
  const accesses = operands.map((tensor, i) => accessOf(tensor, walk.strides[i][0], lanes, f16));
  const num = commonType(
    fn,
    operands.slice(0, 3).map((tensor) => tensor?.dtype ?? null),
  );
  const definition = functionOf(fn);
  const named = ['u', 'v', 'w'].slice(0, definition.arity).map((name, i) => (operands[i] ? name : null));
  const first = definition.wgsl(named, [], num);
  const { text: chained, type } = chainTyped(then, first, definition.result ? 'i32' : num);
  const element = storageOf(to, f16);
  const each = (lane: string) => `apply(u${lane}, v${lane}, w${lane})`;
  const head: Record<string, string | number | null> = {
    Num: num,
    Lanes: lanes === 1 ? num : `vec4<${num}>`,
    ElemY: elementType(accesses[3]),
    RANK: walk.shape.length > 4 ? maxRank : walk.shape.length,
    apply: convertWgsl(chained, type, to, f16),
    result: lanes === 1 ? each('') : `ElemY(${['.x', '.y', '.z', '.w'].map(each).join(', ')})`,
  };
  for (const [i, name] of names.entries()) {
    if (operands[i]) head[`Elem${name}`] = elementType(accesses[i]);
    else head[name.toLowerCase()] = null;
    head[`load${name}`] = operands[i] ? loader(name, accesses[i], num, lanes) : 'Lanes()';
  }
  return { ...head, Scalar: element };
}

/** Counts of the uniform, in elements, or in packs where a pack is read. */
function paramsOf(problem: MapProblem, walk: Axes, lanes: number): Param[] {
  const operands = operandsOf(problem);
  const unit = walk.strides.map((own) => (lanes > 1 && own[0] !== 0 ? lanes : 1));
  const params: Param[] = [['count', 'u32', sizeOf(walk.shape) / lanes]];
  for (const [i, name] of [...names, 'Y'].entries())
    params.push([`offset${name}`, 'i32', (operands[i]?.offset ?? 0) / unit[i]]);
  for (let axis = 0; axis < maxRank; axis++) {
    params.push([`size${axis}`, 'u32', (walk.shape[axis] ?? 1) / (axis === 0 ? lanes : 1)]);
    for (const [i, name] of ['a', 'b', 'c', 'y'].entries()) {
      // A step along the innermost axis is one pack; along the others, a whole number of packs.
      const stride = walk.strides[i][axis] ?? 0;
      params.push([`${name}${axis}`, 'i32', axis === 0 ? stride : stride / unit[i]]);
    }
  }
  return params;
}

function instantiate(name: string, problem: MapProblem, caps: DeviceCaps, lanes: number): KernelInstance {
  const walk = walkOf(problem);
  const f16 = caps.features.has('f16');
  const bindings: Binding[] = operandsOf(problem).flatMap((tensor, i) =>
    tensor
      ? [
          {
            index: i,
            name: 'abcy'[i],
            access: i === 3 ? 'read_write' : 'read',
            operand: i === 3 ? problem.inputs.length : i,
          },
        ]
      : [],
  );
  const halves = operandsOf(problem).some((tensor) => tensor && storageOf(tensor.dtype, f16) === 'f16');
  return {
    name,
    source: specialise('map/map.wgsl', text, headOf(problem, walk, lanes, f16), halves ? ['f16'] : []),
    bindings,
    params: { index: 4, values: paramsOf(problem, walk, lanes) },
    grid: grid1d(sizeOf(walk.shape) / lanes, workgroup, caps),
  };
}

function bytes(problem: MapProblem, f16: boolean): number {
  return operandsOf(problem).reduce(
    (sum, tensor) => sum + (tensor ? sizeOf(tensor.shape) * bytesOf(storageOf(tensor.dtype, f16)) : 0),
    0,
  );
}

function costOf(problem: MapProblem, caps: DeviceCaps, slowdown: number) {
  const steps = 1 + problem.attributes.then.length;
  return {
    flops: sizeOf(problem.outputs[0].shape) * steps,
    bytes: bytes(problem, caps.features.has('f16')),
    slowdown,
  };
}

function tooManyAxes(problem: MapProblem): string | null {
  const rank = walkOf(problem).shape.length;
  return rank > maxRank ? `${rank} axes that do not merge are more than ${maxRank}` : null;
}

/** One element a thread, any strides. */
export const strided: KernelDefinition<Vocabulary['map']> = {
  name: 'map/strided',
  rejects: tooManyAxes,
  cost: (problem, caps) => costOf(problem, caps, walkOf(problem).shape.length > 1 ? 3 : 2),
  instantiate: (problem, caps) => instantiate('map/strided', problem, caps, 1),
};

/** Four elements a thread, where the innermost axis is dense (or repeats) and a multiple of four long. */
export const packed: KernelDefinition<Vocabulary['map']> = {
  name: 'map/packed',
  rejects(problem) {
    const { shape, strides } = walkOf(problem);
    const operands = operandsOf(problem);
    if (shape.length > maxRank) return tooManyAxes(problem);
    if (shape[0] % 4 !== 0) return `the innermost extent ${shape[0]} is no multiple of 4`;
    if (strides[3][0] !== 1) return 'the output is not dense along the innermost axis';
    for (const [i, own] of strides.entries()) {
      if (own[0] === 0) continue;
      if (own[0] !== 1) return `operand ${i} has stride ${own[0]} along the innermost axis`;
      if ([operands[i]?.offset ?? 0, ...own.slice(1)].some((step) => step % 4 !== 0))
        return `operand ${i} has rows that do not start at multiples of 4`;
    }
    return null;
  },
  cost: (problem, caps) => costOf(problem, caps, 1),
  instantiate: (problem, caps) => instantiate('map/packed', problem, caps, 4),
};
