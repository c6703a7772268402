import type { HostArray } from '../core/dtype.ts';
import { bytesOf } from '../core/dtype.ts';
import { grid1d } from '../core/grid.ts';
import type { KernelDefinition, KernelFamily, Param, Problem } from '../core/kernel.ts';
import { sizeOf } from '../core/tensor.ts';
import { exact } from '../core/tolerance.ts';
import { specialise } from '../core/wgsl.ts';
import { elementOf, extensionsOf } from '../layout/element.ts';
import { batched, refuseGaps } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { subpixelCases } from './cases.ts';
import { blocksOf, enlargedType } from './frame.ts';
import text from './subpixel.wgsl?raw';

type Subpixel = Vocabulary['subpixel'];

function reference({ attributes, inputs }: Problem<Subpixel>, x: HostArray): Float64Array {
  const { batches, channels, extents, block, channelStep, blockStep } = blocksOf(attributes, inputs[0]!);
  const [depth, height, width] = extents;
  const [bd, bh, bw] = block;
  const y = new Float64Array(x.length);
  let at = 0;
  for (let n = 0; n < batches; n++)
    for (let c = 0; c < channels; c++)
      for (let d = 0; d < depth * bd; d++)
        for (let h = 0; h < height * bh; h++)
          for (let w = 0; w < width * bw; w++) {
            const place = ((d % bd) * bh + (h % bh)) * bw + (w % bw);
            const channel = n * channels * bd * bh * bw + c * channelStep + place * blockStep;
            const line = (channel * depth + Math.floor(d / bd)) * height + Math.floor(h / bh);
            y[at++] = x[line * width + Math.floor(w / bw)];
          }
  return y;
}

const subpixelRuns: KernelDefinition<Subpixel> = {
  name: 'subpixel/runs',
  rejects: ({ inputs: [x], outputs: [y] }) => refuseGaps({ x: x!, y }),
  cost: ({ outputs: [y] }, caps) => ({
    flops: 0,
    bytes: 2 * sizeOf(y.shape) * bytesOf(elementOf(y.dtype, caps)),
    slowdown: 1.5,
  }),
  instantiate({ attributes, inputs, outputs }, caps) {
    const [x, y] = [inputs[0]!, outputs[0]];
    const { batches, channels, extents, block, channelStep, blockStep } = blocksOf(attributes, x);
    const [depth, height, width] = extents;
    const [BLOCK_DEPTH, BLOCK_HEIGHT, BLOCK_WIDTH] = block;
    const count = batches * channels * sizeOf(extents) * BLOCK_DEPTH * BLOCK_HEIGHT;
    const Elem = elementOf(x.dtype, caps);
    const head = { Elem, BLOCK_DEPTH, BLOCK_HEIGHT, BLOCK_WIDTH };
    const places = {
      xOffset: x.offset,
      xBatch: batched(x).batch,
      yOffset: y.offset,
      yBatch: batched(y).batch,
    };
    const values = { count, channels, depth, height, width, channelStep, blockStep, ...places };
    return {
      name: 'subpixel/runs',
      source: specialise('subpixel/subpixel.wgsl', text, head, extensionsOf(Elem)),
      bindings: [
        { index: 0, name: 'x', access: 'read', operand: 0 },
        { index: 1, name: 'y', access: 'read_write', operand: 1 },
      ],
      params: {
        index: 2,
        values: Object.entries(values).map(([name, value]): Param => [name, 'u32', value]),
      },
      grid: grid1d(count, 64, caps),
    };
  },
};

/**
 * x [N, C * product(block), ...] -> y [N, C, ... * block]: channels become places in space, along any of one to three
 * axes (sub-pixel convolution, Shi et al. 2016; ONNX DepthToSpace in 2-D). Any type. Throws RoentgenError('shape')
 * where the channels do not divide by the block.
 */
export const subpixelFamily: KernelFamily<Subpixel> = {
  name: 'subpixel',
  kernels: [subpixelRuns],
  cases: subpixelCases,
  outputs: (attributes, [x]) => [enlargedType(attributes, x!)],
  reference: (problem, [x]) => [reference(problem, x!)],
  tolerance: () => exact,
};
