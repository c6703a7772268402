import type { DType } from '../core/dtype.ts';
import type { Case, Draw } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { functions, type UnaryCall } from './functions.ts';

type MapCase = Case<Vocabulary['map']>;

interface Rest {
  readonly chain?: readonly UnaryCall[];
  readonly draw?: readonly (Draw | null)[];
  readonly bench?: true;
}

function of(
  name: string,
  fn: string,
  inputs: readonly (Tensor | null)[],
  output: Tensor,
  { chain = [], ...rest }: Rest = {},
): MapCase {
  const attributes = { fn, then: chain, to: output.dtype };
  return {
    name,
    problem: { attributes, inputs, outputs: [output] },
    ...rest,
  };
}

/** Where a function is drawn, if not in -1..1: its domain, or the stretch where it bends. */
const domains: Readonly<Record<string, Draw>> = {
  sqrt: 'positive',
  log: 'positive',
  reciprocal: 'positive',
  acosh: { from: 1, to: 5 },
  atanh: { from: -0.95, to: 0.95 },
  tan: { from: -1.2, to: 1.2 },
  asin: 'signed',
  acos: 'signed',
  exp: { from: -5, to: 5 },
  sinh: { from: -4, to: 4 },
  cosh: { from: -4, to: 4 },
};

/** Every unary function by itself, on an odd number of elements and on one that packs. */
const unary = Object.entries(functions)
  .filter(([, { arity, integersOnly }]) => arity === 1 && !integersOnly)
  .flatMap(([fn, { result }]) =>
    [37, 256].map((size) => {
      const to = result === 'truth' ? 'bool' : 'float32';
      const draw = [domains[fn] ?? { from: -9, to: 9 }];
      const chain = [{ fn, args: [] }];
      return of(`${fn}-${size}`, 'identity', [tensor([size])], tensor([size], to), { chain, draw });
    }),
  );

// Divisors away from 0; of real numbers, quotients that are not whole, so that floor and remainder are not at a jump.
const divides = new Set(['div', 'mod', 'fmod']);
const positive = new Set(['pow', 'shiftLeft', 'shiftRight']);

const binary = Object.entries(functions)
  .filter(([, { arity }]) => arity === 2)
  .flatMap(([fn, { result, integersOnly }]) =>
    (integersOnly ? (['int32', 'uint8'] as const) : (['float32', 'int32'] as const)).map((dtype) => {
      const to = result === 'truth' ? 'bool' : dtype;
      const draw: Draw[] = ['signed', ...(divides.has(fn) ? (['positive'] as const) : [])];
      const inputs = [tensor([3, 5, 7], dtype), tensor([5, 1], dtype)];
      return of(`${fn}-${dtype}`, fn, inputs, tensor([3, 5, 7], to), {
        draw: positive.has(fn) ? ['positive', 'positive'] : draw,
      });
    }),
  );

const casts = (
  [
    ['float32', 'int32'],
    ['float32', 'uint8'],
    ['float32', 'int8'],
    ['float32', 'bool'],
    ['float32', 'float16'],
    ['float16', 'float32'],
    ['int32', 'float32'],
    ['int64', 'int8'],
    ['int32', 'uint8'],
    ['int32', 'uint16'],
    ['int64', 'bool'],
    ['uint32', 'float32'],
    ['bool', 'float32'],
  ] as readonly (readonly [DType, DType])[]
).map(([from, to]) =>
  of(`cast-${from}-${to}`, 'identity', [tensor([40], from)], tensor([40], to), {
    draw: [
      from === 'bool' ? 'truth' : from.startsWith('u') ? { from: 0, to: 70000 } : { from: -600, to: 600 },
    ],
  }),
);

const transposed: Tensor = { dtype: 'float32', shape: [4, 6, 8], offset: 3, strides: [1, 4, 24] };
const rank6 = [2, 3, 2, 2, 3, 2];
const alternating = [2, 1, 2, 1, 3, 1];

const shapes: readonly MapCase[] = [
  of('add-scalar', 'add', [tensor([3, 4]), tensor([])], tensor([3, 4])),
  of('add-rows', 'add', [tensor([5, 8]), tensor([8])], tensor([5, 8])),
  of('add-outer', 'add', [tensor([7, 1]), tensor([1, 9])], tensor([7, 9])),
  of('add-rank6', 'add', [tensor(rank6), tensor(alternating)], tensor(rank6)),
  of('add-rank-rising', 'add', [tensor([3]), tensor([2, 4, 3])], tensor([2, 4, 3])),
  of('mul-transposed-in', 'mul', [transposed, tensor([4, 6, 8])], tensor([4, 6, 8])),
  of('mul-transposed-out', 'mul', [tensor([4, 6, 8]), tensor([4, 6, 8])], transposed),
  of('relu-piece-in-odd', 'identity', [piece([2, 3, 5], 7, 4)], tensor([2, 3, 5]), {
    chain: [{ fn: 'relu', args: [] }],
  }),
  of('relu-piece-in-packed', 'identity', [piece([2, 4, 8], 16, 64)], tensor([2, 4, 8]), {
    chain: [{ fn: 'relu', args: [] }],
  }),
  of('relu-piece-out', 'identity', [tensor([2, 4, 8])], piece([2, 4, 8], 32, 32), {
    chain: [{ fn: 'relu', args: [] }],
  }),
  of('where-broadcast', 'where', [tensor([4, 1], 'bool'), tensor([4, 8]), tensor([8])], tensor([4, 8])),
  of(
    'where-int64',
    'where',
    [tensor([9], 'bool'), tensor([9], 'int64'), tensor([], 'int64')],
    tensor([9], 'int64'),
  ),
  of('clamp-both', 'clamp', [tensor([30]), tensor([]), tensor([])], tensor([30]), {
    draw: [null, { from: -0.5, to: 0 }, 'positive'],
  }),
  of('clamp-max-only', 'clamp', [tensor([32]), null, tensor([])], tensor([32])),
  of('pow-negative-base', 'pow', [tensor([64]), tensor([64], 'int32')], tensor([64]), {
    draw: [
      { from: -3, to: 3 },
      { from: 0, to: 6 },
    ],
  }),
  of('pow-square', 'pow', [tensor([64]), tensor([])], tensor([64]), {
    draw: [
      { from: -3, to: 3 },
      { from: 2, to: 2 },
    ],
  }),
  of('equal-then-not', 'equal', [tensor([12], 'int32'), tensor([12], 'int32')], tensor([12], 'bool'), {
    chain: [{ fn: 'not', args: [] }],
  }),
  of(
    'chain-of-three',
    'scaleShift',
    [tensor([2, 6, 10]), tensor([6, 1]), tensor([6, 1])],
    tensor([2, 6, 10]),
    {
      chain: [
        { fn: 'leakyRelu', args: [0.2] },
        { fn: 'affine', args: [-2, 0.5] },
        { fn: 'clip', args: [-Infinity, 1.5] },
      ],
    },
  ),
  of('gelu-of-affine', 'identity', [tensor([40])], tensor([40]), {
    chain: [
      { fn: 'affine', args: [3, -1] },
      { fn: 'gelu', args: [] },
    ],
  }),
  of('add-f16', 'add', [tensor([6, 16], 'float16'), tensor([6, 1], 'float16')], tensor([6, 16], 'float16')),
  of('sigmoid-f16-odd', 'identity', [tensor([33], 'float16')], tensor([33], 'float16'), {
    chain: [{ fn: 'sigmoid', args: [] }],
  }),
  of('add-uint8-wraps', 'add', [tensor([20], 'uint8'), tensor([20], 'uint8')], tensor([20], 'uint8'), {
    draw: [
      { from: 100, to: 256 },
      { from: 100, to: 256 },
    ],
  }),
  of('sigmoid-steep', 'identity', [tensor([64])], tensor([64]), {
    chain: [{ fn: 'sigmoid', args: [] }],
    draw: [{ from: -200, to: 200 }],
  }),
  of('tanh-steep', 'identity', [tensor([64])], tensor([64]), {
    chain: [{ fn: 'tanh', args: [] }],
    draw: [{ from: -200, to: 200 }],
  }),
  of('softplus-steep', 'identity', [tensor([64])], tensor([64]), {
    chain: [{ fn: 'softplus', args: [] }],
    draw: [{ from: -200, to: 200 }],
  }),
  of('bitwiseNot-int32', 'bitwiseNot', [tensor([20], 'int32')], tensor([20], 'int32')),
  of('bitwiseNot-uint8', 'bitwiseNot', [tensor([20], 'uint8')], tensor([20], 'uint8')),
  of('neg-int64', 'neg', [tensor([20], 'int64')], tensor([20], 'int64')),
  of('clip-int32', 'identity', [tensor([20], 'int32')], tensor([20], 'int32'), {
    chain: [{ fn: 'clip', args: [-3, 4] }],
  }),
];

const models: readonly MapCase[] = [
  of(
    'scaleShift-relu-densenet',
    'scaleShift',
    [tensor([1, 256, 56, 56]), tensor([256, 1, 1]), tensor([256, 1, 1])],
    tensor([1, 256, 56, 56]),
    {
      chain: [{ fn: 'relu', args: [] }],
      bench: true,
    },
  ),
  of(
    'scaleShift-relu-7x7',
    'scaleShift',
    [tensor([1, 1024, 7, 7]), tensor([1024, 1, 1]), tensor([1024, 1, 1])],
    tensor([1, 1024, 7, 7]),
    {
      chain: [{ fn: 'relu', args: [] }],
      bench: true,
    },
  ),
  of(
    'add-rau-net',
    'add',
    [tensor([1, 64, 256, 256]), tensor([1, 64, 256, 256])],
    tensor([1, 64, 256, 256]),
    { bench: true },
  ),
  of(
    'gate-rau-net',
    'mul',
    [tensor([1, 64, 128, 128]), tensor([1, 1, 128, 128])],
    tensor([1, 64, 128, 128]),
    { bench: true },
  ),
];

export const cases: readonly MapCase[] = [...unary, ...binary, ...casts, ...shapes, ...models];
