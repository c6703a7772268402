import { rejectsGrid } from '../conv/slots.ts';
import type { DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { isDenseFrom, sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { chainWgsl } from '../map/functions.ts';
import { algorithms } from './algorithm.ts';
import {
  isInput,
  one,
  sharesOf,
  tilesOver,
  transformCost,
  turnsSlot,
  type Winograd,
  type WinogradInput,
} from './geometry.ts';
import text from './input.wgsl?raw';

function layoutOf({ attributes, inputs }: Problem<WinogradInput>, caps: DeviceCaps) {
  const x = inputs[0]!;
  const tiles = tilesOver(attributes, x);
  const idle = tiles.positions - tiles.batch * tiles.tilesY * tiles.tilesX;
  return { x, tiles, ...sharesOf(tiles, x.shape[1], idle, algorithms[attributes.algorithm], caps) };
}

function slotsOf({ attributes, inputs }: Problem<WinogradInput>, caps: DeviceCaps): Specialisation {
  const { sources, products, step, forward } = algorithms[attributes.algorithm];
  const pre = `{ let u = fma(v, preScale[channel], preShift[channel]); return ${chainWgsl(attributes.pre, 'u')}; }`;
  return {
    SOURCES: sources,
    PRODUCTS: products,
    STEP: step,
    Sources: `array<f32, ${sources}>`,
    Products: `array<f32, ${products}>`,
    forward,
    ...turnsSlot(caps),
    ...(inputs[1] ? { pre } : { preScale: null, preShift: null, pre: 'v' }),
  };
}

function paramsOf({ attributes }: Problem<WinogradInput>, layout: ReturnType<typeof layoutOf>): Param[] {
  const { x, tiles, rowsEach } = layout;
  const [, channels, height, width] = x.shape;
  const [padTop, padLeft] = attributes.pads;
  const image = { channels, height, width, padTop, padLeft };
  const values = { ...image, ...tiles, rowsEach, one, xOffset: x.offset, xBatch: x.strides[0] };
  return Object.entries(values).map(([name, value]): Param => [name, 'u32', value]);
}

/** The transform before the products; see input.wgsl. */
export const input: KernelDefinition<Winograd> = {
  name: 'winograd/input',
  rejects(problem, caps) {
    if (!isInput(problem)) return 'the transform before the products only';
    const [x] = problem.inputs;
    if (x!.dtype !== 'float32') return 'float32 only';
    if (!isDenseFrom(x!, 1) || !isDenseFrom(problem.outputs[0], 0))
      return 'operands must be dense within an item of the batch';
    return rejectsGrid(layoutOf(problem, caps).grid, caps);
  },
  cost: ({ inputs, outputs: [v] }, caps) => transformCost(sizeOf(v.shape), sizeOf(inputs[0]!.shape), caps),
  instantiate(problem, caps) {
    const own = problem as Problem<WinogradInput>;
    const layout = layoutOf(own, caps);
    const pre = own.inputs[1] ? (['preScale', 'preShift'] as const) : [];
    return {
      name: 'winograd/input',
      source: specialise('winograd/input.wgsl', text, { WORKGROUP: layout.workgroup, ...slotsOf(own, caps) }),
      bindings: [
        { index: 0, name: 'x', access: 'read', operand: 0 },
        ...pre.map((name, i) => ({ index: i + 1, name, access: 'read' as const, operand: i + 1 })),
        { index: 3, name: 'v', access: 'read_write', operand: own.inputs.length },
      ],
      params: { index: 4, values: paramsOf(own, layout) },
      grid: layout.grid,
    };
  },
};
