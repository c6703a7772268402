import { box, cubic, lanczos, triangle } from './filters.ts';
import type { Method } from './taps.ts';

/** The conventions of the libraries that our references were computed with, by name. */
export const methods = {
  /** PyTorch `mode='nearest-exact'`: the sample under the output's centre. */
  nearest: { filter: box, antialias: false, edge: 'clamp' },
  /** PyTorch `bilinear` and `trilinear` with `align_corners=False`. */
  linear: { filter: triangle, antialias: false, edge: 'clamp' },
  /** PyTorch `bicubic` with `align_corners=False`: a = -0.75, repeated edges. */
  bicubic: { filter: cubic(-0.75), antialias: false, edge: 'clamp' },
  /** Pillow `LANCZOS`: three lobes, widened when reducing, renormalised at the edges. */
  lanczos: { filter: lanczos(3), antialias: true, edge: 'renormalise' },
  /** PyTorch `bilinear` with `antialias=True`; Pillow `BILINEAR`. */
  linearAntialiased: { filter: triangle, antialias: true, edge: 'renormalise' },
  /** PyTorch `bicubic` with `antialias=True`; Pillow `BICUBIC`: a = -0.5. */
  bicubicAntialiased: { filter: cubic(-0.5), antialias: true, edge: 'renormalise' },
  /** MATLAB `imresize`: a = -0.5, widened when reducing, mirrored edges. */
  imresize: { filter: cubic(-0.5), antialias: true, edge: 'reflect' },
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;
