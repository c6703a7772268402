import type { Case } from '../core/kernel.ts';
import { dense, type Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { UnaryCall } from '../map/functions.ts';
import { type AlgorithmName, algorithms } from './algorithm.ts';
import { tilesUnder, type Winograd, type WinogradOutput, winogradOutputs } from './geometry.ts';

const relu: UnaryCall = { fn: 'relu', args: [] };
const names: readonly AlgorithmName[] = ['f2', 'f4', 'nearest2'];

interface Before {
  readonly pads?: readonly number[];
  readonly pre?: readonly UnaryCall[];
  readonly bench?: true;
}

function before(name: string, algorithm: AlgorithmName, x: Tensor, sketch: Before = {}): Case<Winograd> {
  const attributes: Winograd = {
    kind: 'input',
    algorithm,
    pads: sketch.pads ?? [1, 1, 1, 1],
    pre: sketch.pre ?? [],
  };
  const vector = sketch.pre ? tensor([x.shape[1]]) : null;
  const inputs = [x, vector, vector];
  const outputs = winogradOutputs(attributes, inputs).map(dense);
  const problem = { attributes, inputs, outputs, constant: [false, true, true] };
  return { name: `input-${algorithm}-${name}`, problem, ...(sketch.bench ? { bench: true } : {}) };
}

interface Behind {
  readonly bias?: boolean;
  readonly activation?: readonly UnaryCall[];
  readonly residual?: Tensor;
  readonly after?: readonly UnaryCall[];
  readonly bench?: true;
}

function behind(name: string, algorithm: AlgorithmName, y: Tensor, sketch: Behind = {}): Case<Winograd> {
  const [batch, channels, height, width] = y.shape;
  const attributes: WinogradOutput = {
    kind: 'output',
    algorithm,
    extent: [batch, height, width],
    activation: sketch.activation ?? [],
    after: sketch.after ?? [],
  };
  const m = tensor([1, algorithms[algorithm].products ** 2 * channels, tilesUnder(attributes).positions]);
  const inputs = [m, sketch.bias ? tensor([channels]) : null, sketch.residual ?? null];
  const problem = { attributes, inputs, outputs: [y], constant: [false, true, false] };
  return { name: `output-${algorithm}-${name}`, problem, ...(sketch.bench ? { bench: true } : {}) };
}

/** Both transforms by every algorithm: whole tiles, tiles over the edge, views, everything that stands before and behind. */
export const winogradCases: readonly Case<Winograd>[] = [
  ...names.flatMap((algorithm) => [
    before('whole-tiles', algorithm, tensor([1, 3, 8, 12])),
    before('odd-sizes', algorithm, tensor([2, 5, 7, 9])),
    before('pre', algorithm, tensor([1, 4, 5, 6]), { pre: [relu] }),
    before('view', algorithm, piece([2, 3, 6, 5], 7, 40)),
    before('one-row', algorithm, tensor([1, 2, 1, 3])),
    behind('whole-tiles', algorithm, tensor([1, 3, 8, 12])),
    behind('odd-sizes', algorithm, tensor([2, 5, 7, 9]), { bias: true, activation: [relu] }),
    behind('residual', algorithm, tensor([1, 4, 8, 8]), {
      bias: true,
      activation: [relu],
      residual: tensor([1, 4, 8, 8]),
      after: [{ fn: 'clip', args: [-0.5, 0.5] }],
    }),
    behind('views', algorithm, piece([2, 3, 6, 5], 7, 40), { residual: piece([2, 3, 6, 5], 3, 11) }),
  ]),
  before('no-pads', 'f4', tensor([1, 2, 9, 6]), { pads: [0, 0, 0, 0] }),
  before('uneven-pads', 'f2', tensor([1, 2, 6, 7]), { pads: [0, 2, 1, 0] }),
  before('many-channels', 'f4', tensor([1, 67, 32, 32])),
  behind('many-channels', 'f4', tensor([1, 67, 32, 32]), { bias: true }),
  before('super-resolution-256', 'f4', tensor([1, 32, 256, 256]), { bench: true }),
  behind('super-resolution-256', 'f4', tensor([1, 32, 256, 256]), {
    bias: true,
    activation: [relu],
    residual: tensor([1, 32, 256, 256]),
    bench: true,
  }),
];
