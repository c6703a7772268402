import { type Graph, GraphBuilder, type ValueId } from '@roentgen/runtime';

/** Dilations of the layers of 3 x 3 x 3 taps (Fedorov et al. 2017, which ends them where they began). */
const dilations = [1, 2, 4, 8, 16, 8, 4, 2, 1];

/**
 * MeshNet as benchmarks run it, by its layers: its file does not travel with the project, and which kernels take a layer does not
 * depend on the weights, which are zero here.
 */
export function meshnet(input: readonly number[], channels = 5, classes = 3): Graph {
  const builder = new GraphBuilder();
  const origin = (op: string, layer: number) => ({ node: `${op} ${layer}`, op });
  const type = (shape: readonly number[]) => ({ dtype: 'float32', shape }) as const;
  const zeros = (name: string, shape: readonly number[]) =>
    builder.constant(name, type(shape), new Float32Array(shape.reduce((a, b) => a * b)));
  const conv = (x: ValueId, to: number, taps: number, dilation: number, layer: number): ValueId => {
    const w = zeros(`w${layer}`, [to, builder.typeOf(x).shape[1], taps, taps, taps]);
    const around = new Array<number>(6).fill(((taps - 1) / 2) * dilation);
    const [strides, apart] = [1, dilation].map((each) => [each, each, each]);
    const attributes = {
      strides,
      dilations: apart,
      pads: around,
      groups: 1,
      pre: [],
      activation: [],
      after: [],
    };
    const inputs = [x, w, zeros(`b${layer}`, [to]), null, null, null];
    return builder.add('conv', attributes, inputs, origin('Conv', layer))[0];
  };
  const relu = { fn: 'identity', then: [{ fn: 'relu', args: [] }], to: 'float32' } as const;
  let x = builder.input('input', type(input));
  for (const [layer, dilation] of dilations.entries())
    [x] = builder.add('map', relu, [conv(x, channels, 3, dilation, layer)], origin('Relu', layer));
  return builder.build([{ name: 'logits', value: conv(x, classes, 1, 1, dilations.length) }]);
}
