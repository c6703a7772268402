import type { MapFunction } from './function.ts';

/** Functions of three operands. */
export const ternary: Readonly<Record<string, MapFunction>> = {
  /** condition, x, y -> x where the condition holds, else y. */
  where: {
    arity: 3,
    wgsl: ([condition, x, y], _, type) => `select(${y}, ${x}, ${condition} != ${type}(0))`,
    js: () => (condition, x, y) => (condition !== 0 ? x : y),
  },
  /** x, min?, max? -> min(max(x, min), max), so that max wins where the bounds cross, as ONNX Clip. Either bound may be null. */
  clamp: {
    arity: 3,
    wgsl([x, low, high]) {
      const above = low === null ? x! : `max(${x}, ${low})`;
      return high === null ? above : `min(${above}, ${high})`;
    },
    js: () => (x, low, high) => Math.min(Math.max(x, low), high),
  },
  /** a, b, c -> a * b + c: a batch normalisation's scale and shift. */
  scaleShift: {
    arity: 3,
    wgsl: ([a, b, c], _, type) => (type === 'f32' ? `fma(${a}, ${b}, ${c})` : `${a} * ${b} + ${c}`),
    js: () => (a, b, c) => a * b + c,
  },
};
