import { isFloat } from '@roentgen/kernels';
import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import {
  autoPad,
  explicitPads,
  joinPads,
  kernelOf,
  outputExtents,
  perAxis,
  reach,
  readWindows,
  spatialOf,
  split,
} from './windows.ts';

function readGroups(op: OpContext): number {
  const groups = op.attributes.int('group', 1);
  if (groups < 1) op.wrong(`has group ${groups}, which must be at least 1`);
  return groups;
}

function checkOperands(op: OpContext, biasLength: number): void {
  op.sameType(0, 1);
  if (!isFloat(op.type(0).dtype)) op.wrong(`is given ${op.type(0).dtype}, and takes floating point tensors`);
  if (!op.has(2)) return;
  op.sameType(0, 2);
  const bias = op.shape(2);
  if (bias.length !== 1 || bias[0] !== biasLength) {
    op.misfit(`has a bias of shape [${bias}] for ${biasLength} output channels`);
  }
}

/** Conv of opsets 1, 11 and 22, which differ in nothing that a kernel sees. */
function conv(op: OpContext): ValueId {
  const [x, w] = [op.shape(0), op.shape(1)];
  const spatial = spatialOf(op, x);
  const groups = readGroups(op);
  const kernel = kernelOf(op, w, x.length);
  if (w[0] % groups !== 0) op.misfit(`cannot divide ${w[0]} output channels into ${groups} groups`);
  if (x[1] !== w[1] * groups) {
    op.misfit(
      `has weights [${w}] in ${groups} group(s), which read ${w[1] * groups} channels; its input has ${x[1]}`,
    );
  }
  checkOperands(op, w[0]);
  const windows = readWindows(op, kernel, spatial);
  outputExtents(op, windows, spatial, false);
  const { strides, dilations, pads } = windows;
  const inputs = [op.input(0), op.input(1), op.optional(2), null, null, null];
  return op.emit('conv', { strides, dilations, pads, groups, pre: [], activation: [], after: [] }, inputs);
}

interface Transposed {
  readonly pads: readonly number[];
  readonly outputPadding: readonly number[];
}

/** Padding from the output's wanted extent; where it is larger than the sum reaches, the end is padded instead. */
function padsFor(
  wanted: readonly number[],
  natural: readonly number[],
  op: OpContext,
  padding: readonly number[],
): Transposed {
  const auto = autoPad(op);
  const totals = natural.map((extent, i) => extent - wanted[i]);
  const pairs = totals.map((total) => split(Math.max(0, total), auto));
  return { pads: joinPads(pairs), outputPadding: padding.map((pad, i) => pad + Math.max(0, -totals[i])) };
}

function transposedPads(
  op: OpContext,
  spatial: readonly number[],
  natural: readonly number[],
  strides: readonly number[],
  padding: readonly number[],
): Transposed {
  const axes = spatial.length;
  const auto = autoPad(op);
  const given = op.attributes.ints('output_shape', undefined);
  if (given) {
    // Some exporters write the batch and the channels too.
    const wanted = given.slice(-axes);
    if (given.length !== axes && given.length !== axes + 2)
      op.wrong(`has an output_shape of ${given.length} numbers for ${axes} spatial axes`);
    if (wanted.some((extent) => extent < 1)) op.wrong(`has output_shape [${given}]`);
    op.attributes.ignore('pads');
    return padsFor(wanted, natural, op, padding);
  }
  const pads = explicitPads(op, axes, auto);
  if (auto === 'NOTSET' || auto === 'VALID') return { pads, outputPadding: padding };
  return padsFor(
    spatial.map((extent, i) => extent * strides[i]),
    natural,
    op,
    padding,
  );
}

/** ConvTranspose of opsets 1, 11 and 22. */
function convTranspose(op: OpContext): ValueId {
  const [x, w] = [op.shape(0), op.shape(1)];
  const spatial = spatialOf(op, x);
  const groups = readGroups(op);
  const kernel = kernelOf(op, w, x.length);
  if (x[1] !== w[0]) op.misfit(`has weights [${w}] for ${w[0]} channels; its input has ${x[1]}`);
  if (w[0] % groups !== 0) op.misfit(`cannot divide ${w[0]} input channels into ${groups} groups`);
  checkOperands(op, w[1] * groups);
  const strides = perAxis(op, 'strides', spatial.length, 1, 1);
  const dilations = perAxis(op, 'dilations', spatial.length, 1, 1);
  const padding = perAxis(op, 'output_padding', spatial.length, 0, 0);
  const natural = spatial.map(
    (extent, i) => (extent - 1) * strides[i] + reach(kernel[i], dilations[i]) + padding[i],
  );
  const { pads, outputPadding } = transposedPads(op, spatial, natural, strides, padding);
  const attributes = { strides, dilations, pads, outputPadding, groups, activation: [] };
  return op.emit('convTranspose', attributes, [op.input(0), op.input(1), op.optional(2)]);
}

export const convOperators: Operators = {
  Conv: { since: 1, inputs: [2, 3], emit: conv },
  ConvTranspose: { since: 1, inputs: [2, 3], emit: convTranspose },
};
