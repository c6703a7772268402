import { bytesOf, type HostArray, type Scalar } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { Binding, Cost, DeviceCaps, KernelDefinition, Packing, Param, Problem } from '../core/kernel.ts';
import { isDenseFrom } from '../core/tensor.ts';
import { type Specialisation, specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { batched, refuseGaps } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import blockedText from './blocked.wgsl?raw';
import { type Gates, gatesOf } from './frame.ts';
import plainText from './plain.wgsl?raw';

export type AttentionGate = Vocabulary['attentionGate'];
export type GateProblem = Problem<AttentionGate>;

const names = ['gate', 'x', 'wg', 'wx', 'bias', 'psi', 'psiBias', 'y'] as const;
const bindings: readonly Binding[] = names.map((name, index) => ({
  index,
  name,
  access: name === 'y' ? 'read_write' : 'read',
  operand: index,
}));

/** Whether the gate lies beside y in one buffer, which is then bound once. */
function isShared({ shared }: GateProblem): boolean {
  return shared?.includes(0) ?? false;
}

export function bindingsOf(problem: GateProblem): readonly Binding[] {
  return isShared(problem) ? bindings.slice(1) : bindings;
}

export function gateSlots(problem: GateProblem): Specialisation {
  return isShared(problem) ? { gate: null, gateAt: 'f32(y[at])' } : {};
}

function refusal({ inputs, outputs: [y] }: GateProblem): string | null {
  const gaps = refuseGaps({ gate: inputs[0], x: inputs[1], y });
  const weights = inputs.slice(2).every((w) => isDenseFrom(w!, 0));
  return gaps ?? (weights ? null : 'weights with gaps');
}

export function costOf(problem: GateProblem, caps: DeviceCaps, slowdown: number): Cost {
  const { batches, area, cg, cx, m } = gatesOf(problem);
  const bytes = bytesOf(elementOf(problem.outputs[0].dtype, caps));
  return {
    flops: 2 * batches * area * (cg + cx + 1) * m,
    bytes: batches * area * (cg + 2 * cx) * bytes,
    slowdown,
  };
}

export function unsigned(values: Readonly<Record<string, number>>): Param[] {
  return Object.entries(values).map(([name, value]) => [name, 'u32', value]);
}

export function places({ inputs: [gate, x], outputs: [y] }: GateProblem): Param[] {
  return unsigned({
    gateOffset: gate!.offset,
    gateBatch: batched(gate!).batch,
    xOffset: x!.offset,
    xBatch: batched(x!).batch,
    yOffset: y.offset,
    yBatch: batched(y).batch,
  });
}

/** A pixel a thread, weights as they come. */
export const attentionPlain: KernelDefinition<AttentionGate> = {
  name: 'attentionGate/plain',
  rejects: refusal,
  cost: (problem, caps) => costOf(problem, caps, 10),
  instantiate(problem, caps) {
    const { batches, area, cg, cx, m } = gatesOf(problem);
    const Elem = elementOf(problem.outputs[0].dtype, caps);
    const weights = problem.inputs.slice(2).map((w, i) => [`${names[i + 2]}Offset`, w!.offset]);
    const counts = unsigned({ pixels: batches * area, area, cg, cx, m });
    return {
      name: 'attentionGate/plain',
      source: specialise(
        'attentionGate/plain.wgsl',
        plainText,
        { Elem, ...gateSlots(problem) },
        extensionsOf(Elem),
      ),
      bindings: bindingsOf(problem),
      params: { index: 8, values: [...counts, ...places(problem), ...unsigned(Object.fromEntries(weights))] },
      grid: grid1d(batches * area, 64, caps),
    };
  },
};

function rowElements(elements: number, m: number, block: number): number {
  return (Math.ceil(m / block) * block * elements) / m;
}

/** Rows w[m][channel] as [block of m][channel][m in block], the last block filled up with zeros. */
export function packRows(
  values: HostArray,
  m: number,
  block: number,
  packed: Float32Array = new Float32Array(rowElements(values.length, m, block)),
): Float32Array {
  const channels = values.length / m;
  for (let k = 0; k < m; k++)
    for (let c = 0; c < channels; c++)
      packed[(Math.floor(k / block) * channels + c) * block + (k % block)] = values[k * channels + c];
  return packed;
}

interface Tile {
  readonly PIXELS: number;
  readonly VECTORS: number;
  readonly LANES: number;
  readonly PARTS: number;
}

/** Large pictures have threads enough in their pixels; small ones share out each pixel's sums. */
function tileOf({ batches, area, m }: Gates, caps: DeviceCaps): Tile {
  // Fitted on lavapipe 25.0 (two cores): of 4 x 2, 8 x 2, 2 x 4, 4 x 4 and 2 x 8 the least time at every level of RAU-Net.
  if (caps.software) return { PIXELS: 8, VECTORS: 2, LANES: 64, PARTS: 1 };
  const pixels = batches * area;
  const VECTORS = 2;
  const most = 2 ** Math.ceil(Math.log2(Math.ceil(m / (4 * VECTORS))));
  if (pixels >= 1 << 16) return { PIXELS: 4, VECTORS, LANES: 32, PARTS: Math.min(4, most) };
  if (pixels >= 1 << 13) return { PIXELS: 2, VECTORS, LANES: 32, PARTS: Math.min(8, most) };
  return { PIXELS: 1, VECTORS, LANES: 16, PARTS: Math.min(16, most) };
}

/** Threads with whole sums need no memory to meet in. */
function headOf(Elem: Scalar, tile: Tile): Specialisation {
  const alone = tile.PARTS === 1 ? { totals: null, meet: 'own' } : {};
  return { Elem, ...tile, WORKGROUP: tile.LANES * tile.PARTS, ...alone };
}

export function packingsOf(m: number, block: number): Packing[] {
  return [2, 3, 4, 5].map((operand) => ({
    operand,
    layout: `attentionGate rows by ${block}`,
    elements: (unpacked) => rowElements(unpacked, m, block),
    pack: (values, packed) => packRows(values, m, block, packed),
  }));
}

/** As `refusal`, for kernels that pack their weights. */
export function refusalOfPacked(problem: GateProblem): string | null {
  const constant = [2, 3, 4, 5].every((operand) => problem.constant?.[operand]);
  return refusal(problem) ?? (constant ? null : 'the weights are not constant');
}

/** Constant weights, packed: blocks of pixels and sums in registers. */
export const attentionBlocked: KernelDefinition<AttentionGate> = {
  name: 'attentionGate/blocked',
  rejects: refusalOfPacked,
  cost: (problem, caps) => costOf(problem, caps, 2),
  instantiate(problem, caps) {
    const gates = gatesOf(problem);
    const { batches, area, cg, cx, m } = gates;
    const tile = tileOf(gates, caps);
    const block = 4 * tile.VECTORS;
    const Elem = elementOf(problem.outputs[0].dtype, caps);
    const counts = unsigned({ pixels: batches * area, area, cg, cx, blocks: Math.ceil(m / block) });
    const ends = unsigned({ psiBiasOffset: problem.inputs[6]!.offset });
    return {
      name: 'attentionGate/blocked',
      source: specialise(
        'attentionGate/blocked.wgsl',
        blockedText,
        { ...headOf(Elem, tile), ...gateSlots(problem) },
        extensionsOf(Elem),
      ),
      bindings: bindingsOf(problem),
      packings: packingsOf(m, block),
      params: { index: 8, values: [...counts, ...places(problem), ...ends] },
      grid: grid1d(batches * area, tile.LANES * tile.PIXELS, caps),
    };
  },
};
