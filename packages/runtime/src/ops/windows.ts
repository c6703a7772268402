import type { OpContext } from './context.ts';
import { range } from './shapes.ts';

/*
 * What convolutions and pools share: windows that slide over the spatial axes, and the attributes that describe them.
 */

export interface Windows {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Padding at the begin of each spatial axis, then at the end of each. */
  readonly pads: readonly number[];
}

const autoPads = ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'] as const;
export type AutoPad = (typeof autoPads)[number];

/** One whole number of at least `least` for each spatial axis. */
export function perAxis(
  op: OpContext,
  name: string,
  axes: number,
  least: number,
  otherwise: number,
): readonly number[] {
  const given = op.attributes.ints(
    name,
    range(axes).map(() => otherwise),
  );
  if (given.length !== axes) op.wrong(`has ${given.length} ${name}, and its input has ${axes} spatial axes`);
  for (const value of given) {
    if (value < least || value > 2 ** 31) op.wrong(`has ${name} [${given}]; each must be at least ${least}`);
  }
  return given;
}

export function autoPad(op: OpContext): AutoPad {
  return op.attributes.choice('auto_pad', autoPads, 'NOTSET') as AutoPad;
}

/** Explicit padding, zeros where there is none. Exporters write zeros beside auto_pad, which is harmless. */
export function explicitPads(op: OpContext, axes: number, auto: AutoPad): readonly number[] {
  const pads = op.attributes.ints(
    'pads',
    range(2 * axes).map(() => 0),
  );
  if (pads.length !== 2 * axes)
    op.wrong(`has ${pads.length} pads, and needs ${2 * axes}: the begin of each spatial axis, then the ends`);
  if (pads.some((pad) => pad < 0)) op.wrong(`has negative pads [${pads}]`, 'crop with Slice or Pad instead');
  if (auto !== 'NOTSET' && pads.some((pad) => pad !== 0)) op.wrong(`has both pads and auto_pad ${auto}`);
  return pads;
}

/** Extent of a window with its gaps. */
export function reach(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/** Begin and end of a padding of `total`, the odd one at the end for SAME_UPPER and at the begin otherwise. */
export function split(total: number, auto: AutoPad): readonly [begin: number, end: number] {
  const half = Math.floor(total / 2);
  return auto === 'SAME_UPPER' ? [half, total - half] : [total - half, half];
}

/** The paddings of all axes in ONNX's order. */
export function joinPads(pairs: readonly (readonly [number, number])[]): number[] {
  return [...pairs.map(([begin]) => begin), ...pairs.map(([, end]) => end)];
}

/** Reads strides, dilations and padding for windows of this kernel over these spatial extents. */
export function readWindows(
  op: OpContext,
  kernel: readonly number[],
  spatial: readonly number[],
  dilated = true,
): Windows {
  const axes = spatial.length;
  const strides = perAxis(op, 'strides', axes, 1, 1);
  const dilations = dilated ? perAxis(op, 'dilations', axes, 1, 1) : range(axes).map(() => 1);
  const auto = autoPad(op);
  const given = explicitPads(op, axes, auto);
  if (auto === 'NOTSET' || auto === 'VALID') return { kernel, strides, dilations, pads: given };
  const pairs = spatial.map((extent, i) => {
    const out = Math.ceil(extent / strides[i]);
    return split(Math.max(0, (out - 1) * strides[i] + reach(kernel[i], dilations[i]) - extent), auto);
  });
  return { kernel, strides, dilations, pads: joinPads(pairs) };
}

/**
 * Positions of each window. With `ceil` one that hangs over the end counts too, unless it would start in the padding
 * there (ONNX MaxPool-22, as PyTorch).
 */
export function outputExtents(
  op: OpContext,
  windows: Windows,
  spatial: readonly number[],
  ceil: boolean,
): number[] {
  const axes = spatial.length;
  return spatial.map((extent, i) => {
    const padded = extent + windows.pads[i] + windows.pads[i + axes];
    const room = padded - reach(windows.kernel[i], windows.dilations[i]);
    const stride = windows.strides[i];
    if (room < 0 && !(ceil && room > -stride)) {
      op.misfit(
        `has a window of ${reach(windows.kernel[i], windows.dilations[i])} on spatial axis ${i}, where its input has ${padded} with padding`,
        'use a larger input',
      );
    }
    if (!ceil) return Math.floor(room / stride) + 1;
    const out = Math.ceil(room / stride) + 1;
    return (out - 1) * stride >= extent + windows.pads[i] ? out - 1 : out;
  });
}

/** Spatial extents of an input [N, C, ...]; the kernels take one to three of them. */
export function spatialOf(op: OpContext, shape: readonly number[]): readonly number[] {
  const spatial = shape.slice(2);
  if (spatial.length < 1)
    op.misfit(`takes an input of three or more dimensions [N, C, ...], and is given [${shape}]`);
  if (spatial.length > 3) op.unsupported(`has ${spatial.length} spatial axes; up to three are supported`);
  return spatial;
}

/** The `kernel_shape` attribute checked against the weights, which decide. */
export function kernelOf(op: OpContext, weights: readonly number[], rank: number): readonly number[] {
  if (weights.length !== rank) op.misfit(`has weights [${weights}] for an input of ${rank} dimensions`);
  const kernel = weights.slice(2);
  const stated = op.attributes.ints('kernel_shape', kernel);
  if (stated.join() !== kernel.join())
    op.wrong(`states kernel_shape [${stated}], and its weights are [${weights}]`);
  if (kernel.some((extent) => extent < 1)) op.misfit(`has weights of no extent: [${weights}]`);
  return kernel;
}
