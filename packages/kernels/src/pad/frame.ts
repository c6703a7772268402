import type { Tensor } from '../core/tensor.ts';
import { require, written } from '../layout/tensors.ts';
import type { Vocabulary } from '../vocabulary.ts';

type Pad = Vocabulary['pad'];

/** Extents after padding; throws RoentgenError('shape') where they make no sense. */
export function paddedShape(pad: Pad, shape: readonly number[]): number[] {
  require(pad.begin.length === shape.length &&
    pad.end.length ===
      shape.length, `pad: ${pad.begin.length} begins and ${pad.end.length} ends for ${written(shape)}`);
  return shape.map((extent, axis) => {
    const [begin, end] = [pad.begin[axis], pad.end[axis]];
    const kept = extent + Math.min(0, begin) + Math.min(0, end);
    require(kept >= 0, `pad: crops ${-begin} and ${-end} off axis ${axis} of ${written(shape)}`);
    require(kept > 0 ||
      pad.mode === 'constant' ||
      extent + begin + end === 0, `pad: nothing to ${pad.mode} from along axis ${axis} of ${written(shape)}`);
    return extent + begin + end;
  });
}

/** One axis of the walk: extents before and after, what is added in front, and the steps on both sides. */
export interface FramedAxis {
  readonly kept: number;
  readonly size: number;
  readonly begin: number;
  readonly xStep: number;
  readonly yStep: number;
}

/**
 * What is left when negative pads have cropped x (a matter of its view: `offset` is where the kept part begins), and
 * its axes, outermost first. Neighbours without padding that both sides step through at one stride are one axis.
 */
export function frameOf(pad: Pad, x: Tensor, y: Tensor): { offset: number; axes: readonly FramedAxis[] } {
  let offset = x.offset;
  const axes: FramedAxis[] = [];
  x.shape.forEach((extent, axis) => {
    const crop = Math.max(0, -pad.begin[axis]);
    const kept = extent - crop - Math.max(0, -pad.end[axis]);
    const [xStep, yStep] = [x.strides[axis], y.strides[axis]];
    const own = { kept, size: y.shape[axis], begin: Math.max(0, pad.begin[axis]), xStep, yStep };
    offset += crop * xStep;
    const outer = axes.at(-1);
    const untouched = outer?.kept === outer?.size && kept === own.size;
    if (outer && untouched && outer.xStep === xStep * kept && outer.yStep === yStep * kept)
      axes[axes.length - 1] = { ...own, kept: kept * outer.kept, size: kept * outer.size };
    else axes.push(own);
  });
  return { offset, axes };
}

/** Position in the kept part (0..kept-1) that position `p` of the padded axis shows; -1 for the constant. */
export function sourceOf(mode: Pad['mode'], p: number, { begin, kept }: FramedAxis): number {
  const at = p - begin;
  if (at >= 0 && at < kept) return at;
  if (mode === 'constant') return -1;
  if (mode === 'edge') return at < 0 ? 0 : kept - 1;
  const period = mode === 'wrap' ? kept : Math.max(1, 2 * (kept - 1));
  const turned = ((at % period) + period) % period;
  return turned < kept ? turned : period - turned;
}
