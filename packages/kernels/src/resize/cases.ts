import type { DType } from '../core/dtype.ts';
import type { Case } from '../core/kernel.ts';
import type { Tensor } from '../core/tensor.ts';
import { piece, tensor } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Resize = Vocabulary['resize'];
type Options = Partial<Omit<Resize, 'axes'>> & {
  readonly y?: Tensor;
  readonly roi?: readonly [number, number];
  readonly dtype?: DType;
  readonly bench?: true;
};

const plain = {
  mode: 'nearest',
  coordinates: 'half_pixel',
  nearest: 'round_prefer_floor',
  cubicA: -0.75,
  excludeOutside: false,
  antialias: false,
  extrapolation: 0,
} as const;

/** Every axis whose extent differs from `shape` is resized. */
function resizing(name: string, x: Tensor, shape: readonly number[], options: Options = {}): Case<Resize> {
  const { y, roi = [0, 1], bench, ...given } = options;
  const axes = shape.flatMap((size, axis) =>
    size === x.shape[axis] ? [] : [{ axis, size, scale: size / x.shape[axis], roi }],
  );
  const problem = {
    attributes: { ...plain, ...given, axes },
    inputs: [x],
    outputs: [y ?? tensor(shape, x.dtype)],
  };
  return bench ? { name, problem, bench } : { name, problem };
}

const small = tensor([2, 3, 5, 6]);
const coordinates = [
  'half_pixel',
  'half_pixel_symmetric',
  'pytorch_half_pixel',
  'align_corners',
  'asymmetric',
  'tf_half_pixel_for_nn',
] as const;
const modes = ['nearest', 'linear', 'cubic'] as const;

export const resizeCases: readonly Case<Resize>[] = [
  ...modes.flatMap((mode) =>
    coordinates.flatMap((own) => [
      resizing(`${mode}-${own}-up`, small, [2, 3, 8, 13], { mode, coordinates: own }),
      resizing(`${mode}-${own}-down`, small, [2, 3, 3, 4], { mode, coordinates: own }),
    ]),
  ),
  ...modes.map((mode) =>
    resizing(`${mode}-crop`, small, [2, 3, 4, 7], {
      mode,
      coordinates: 'tf_crop_and_resize',
      roi: [0.25, 1.2],
      extrapolation: 10,
    }),
  ),
  resizing('linear-antialias', tensor([1, 2, 13, 17]), [1, 2, 5, 4], { mode: 'linear', antialias: true }),
  resizing('cubic-antialias', tensor([1, 2, 13, 17]), [1, 2, 5, 4], {
    mode: 'cubic',
    antialias: true,
    excludeOutside: true,
  }),
  resizing('cubic-half', tensor([1, 1, 6, 6]), [1, 1, 9, 4], {
    mode: 'cubic',
    cubicA: -0.5,
    excludeOutside: true,
  }),
  resizing('linear-1d', tensor([2, 3, 9]), [2, 3, 22], { mode: 'linear' }),
  resizing('linear-3d', tensor([1, 2, 4, 5, 6]), [1, 2, 8, 10, 9], {
    mode: 'linear',
    coordinates: 'align_corners',
  }),
  resizing('cubic-3d', tensor([1, 1, 4, 5, 6]), [1, 1, 6, 7, 8], { mode: 'cubic' }),
  resizing('nearest-channels-last', tensor([2, 4, 5, 3]), [2, 8, 10, 3]),
  resizing('linear-channels-last', tensor([2, 4, 5, 3]), [2, 8, 7, 3], { mode: 'linear' }),
  resizing('linear-batch-and-width', tensor([2, 3, 4]), [3, 3, 7], { mode: 'linear' }),
  resizing('nothing', tensor([2, 3, 4]), [2, 3, 4], { mode: 'linear' }),
  resizing('repeat-2', tensor([1, 5, 7, 9]), [1, 5, 14, 18], { coordinates: 'asymmetric', nearest: 'floor' }),
  resizing('repeat-3-4', tensor([2, 3, 5, 5]), [2, 3, 15, 20]),
  resizing('repeat-3d', tensor([1, 2, 3, 4, 5]), [1, 2, 6, 8, 10]),
  resizing('repeat-odd', tensor([1, 2, 5, 5]), [1, 2, 5, 15]),
  resizing('repeat-uint8', tensor([1, 2, 5, 5], 'uint8'), [1, 2, 10, 10]),
  resizing('nearest-int64', tensor([1, 2, 5, 5], 'int64'), [1, 2, 7, 3]),
  resizing('nearest-bool', tensor([1, 2, 5, 5], 'bool'), [1, 2, 7, 3]),
  resizing('repeat-f16', tensor([1, 2, 5, 5], 'float16'), [1, 2, 10, 10]),
  resizing('nearest-f16', tensor([1, 2, 5, 5], 'float16'), [1, 2, 7, 3]),
  resizing('linear-f16', tensor([1, 2, 5, 5], 'float16'), [1, 2, 7, 3], { mode: 'linear' }),
  resizing('linear-many-planes', tensor([2, 7, 40, 40]), [2, 7, 80, 80], { mode: 'linear' }),
  resizing('nearest-many-planes', tensor([2, 7, 40, 40]), [2, 7, 80, 79]),
  resizing('linear-piece', piece([2, 3, 4, 4], 5, 16), [2, 3, 8, 8], {
    mode: 'linear',
    y: piece([2, 3, 8, 8], 6, 64),
  }),
  resizing('repeat-piece', piece([2, 3, 4, 4], 5, 16), [2, 3, 8, 8], { y: piece([2, 3, 8, 8], 6, 64) }),
  resizing('repeat-piece-odd', piece([2, 3, 4, 4], 5, 16), [2, 3, 8, 8], { y: piece([2, 3, 8, 8], 7, 63) }),
  // The decoder of the Residual Attention U-Net at 256, from its narrowest map up.
  ...[512, 256, 128, 64].map((channels, level) => {
    const size = 16 * 2 ** level;
    return resizing(`rau-net-${size}`, tensor([1, channels, size, size]), [1, channels, 2 * size, 2 * size], {
      coordinates: 'asymmetric',
      nearest: 'floor',
      bench: true,
    });
  }),
  resizing('bilinear', tensor([1, 64, 64, 64]), [1, 64, 128, 128], { mode: 'linear', bench: true }),
];
