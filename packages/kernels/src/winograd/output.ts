import { rejectsGrid } from '../conv/slots.ts';
import type { Binding, DeviceCaps, KernelDefinition, Param, Problem } from '../core/kernel.ts';
import { isDenseFrom, sizeOf } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { chainWgsl } from '../map/functions.ts';
import { algorithms } from './algorithm.ts';
import {
  isOutput,
  one,
  sharesOf,
  tilesUnder,
  transformCost,
  turnsSlot,
  type Winograd,
  type WinogradOutput,
} from './geometry.ts';
import text from './output.wgsl?raw';

function layoutOf({ attributes, outputs: [y] }: Problem<WinogradOutput>, caps: DeviceCaps) {
  const tiles = tilesUnder(attributes);
  return { tiles, ...sharesOf(tiles, y.shape[1], 0, algorithms[attributes.algorithm], caps) };
}

function slotsOf(
  { attributes, inputs, outputs: [y] }: Problem<WinogradOutput>,
  caps: DeviceCaps,
): Specialisation {
  const { outputs, products, inverse } = algorithms[attributes.algorithm];
  return {
    OUTPUTS: outputs,
    PRODUCTS: products,
    EDGES: y.shape[2] % outputs !== 0 || y.shape[3] % outputs !== 0,
    Outputs: `array<f32, ${outputs}>`,
    Products: `array<f32, ${products}>`,
    inverse,
    ...turnsSlot(caps),
    activate: chainWgsl(attributes.activation, 'v'),
    finish: chainWgsl(attributes.after, 'v'),
    ...(inputs[1] ? {} : { bias: null, biasOf: '0.0' }),
    ...(inputs[2] ? {} : { residual: null, residualAt: '0.0' }),
  };
}

function paramsOf(
  { inputs, outputs: [y] }: Problem<WinogradOutput>,
  { tiles, rowsEach }: ReturnType<typeof layoutOf>,
): Param[] {
  const [, channels, height, width] = y.shape;
  const residual = inputs[2];
  const values = {
    channels,
    height,
    width,
    ...tiles,
    rowsEach,
    one,
    yOffset: y.offset,
    yBatch: y.strides[0],
    residualOffset: residual?.offset ?? 0,
    residualBatch: residual?.strides[0] ?? 0,
  };
  return Object.entries(values).map(([name, value]): Param => [name, 'u32', value]);
}

function bindingsOf({ inputs }: Problem<WinogradOutput>): Binding[] {
  const read = ['products', 'bias', 'residual'].flatMap((name, index): Binding[] =>
    inputs[index] ? [{ index, name, access: 'read', operand: index }] : [],
  );
  return [...read, { index: 3, name: 'y', access: 'read_write', operand: inputs.length }];
}

/** The transform behind the products; see output.wgsl. */
export const output: KernelDefinition<Winograd> = {
  name: 'winograd/output',
  rejects(problem, caps) {
    if (!isOutput(problem)) return 'the transform behind the products only';
    const {
      inputs: [m, , residual],
      outputs: [y],
    } = problem;
    if (y.dtype !== 'float32') return 'float32 only';
    if (!isDenseFrom(m!, 0) || !isDenseFrom(y, 1) || (residual && !isDenseFrom(residual, 1)))
      return 'operands must be dense within an item of the batch';
    return rejectsGrid(layoutOf(problem, caps).grid, caps);
  },
  cost({ inputs: [m, , residual], outputs: [y] }, caps) {
    const image = sizeOf(y.shape) * (residual ? 2 : 1);
    return transformCost(sizeOf(m!.shape), image, caps);
  },
  instantiate(problem, caps) {
    const own = problem as Problem<WinogradOutput>;
    const layout = layoutOf(own, caps);
    return {
      name: 'winograd/output',
      source: specialise('winograd/output.wgsl', text, {
        WORKGROUP: layout.workgroup,
        ...slotsOf(own, caps),
      }),
      bindings: bindingsOf(own),
      params: { index: 4, values: paramsOf(own, layout) },
      grid: layout.grid,
    };
  },
};
