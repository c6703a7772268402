import type { HostArray } from '../core/dtype.ts';
import { RoentgenError } from '../core/errors.ts';
import type { Problem } from '../core/kernel.ts';
import { denseStrides, sizeOf } from '../core/tensor.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { tuplesOf } from './frame.ts';

/** An index counted from the start; one outside -extent..extent-1 is an error, as ONNX has it. */
function settled(index: number, extent: number): number {
  if (index >= -extent && index < extent) return index < 0 ? index + extent : index;
  throw new RoentgenError('value', `gather: index ${index} into an axis of ${extent}`);
}

type GatherProblem = Problem<Vocabulary['gather']>;

export function gatherTuples(problem: GatherProblem, x: HostArray, indices: HostArray): Float64Array {
  const g = tuplesOf(problem.attributes, problem.inputs[0]!, problem.inputs[1]!);
  const y = new Float64Array(g.outer * g.tuples * g.inner);
  for (let o = 0; o < g.outer; o++) {
    for (let t = 0; t < g.tuples; t++) {
      let from = o * g.outerStep;
      for (let j = 0; j < g.depth; j++)
        from += settled(indices[o * g.indexOuter + t * g.depth + j], g.extents[j]) * g.steps[j];
      for (let i = 0; i < g.inner; i++) y[(o * g.tuples + t) * g.inner + i] = x[from + i];
    }
  }
  return y;
}

export function gatherElements(problem: GatherProblem, x: HostArray, indices: HostArray): Float64Array {
  const { axis } = problem.attributes;
  const [shape, own] = [problem.inputs[0]!.shape, problem.inputs[1]!.shape];
  const [xSteps, ySteps] = [denseStrides(shape), denseStrides(own)];
  return new Float64Array(sizeOf(own)).map((_, n) => {
    let from = settled(indices[n], shape[axis]) * xSteps[axis];
    for (let a = 0; a < own.length; a++)
      if (a !== axis) from += (Math.floor(n / ySteps[a]) % own[a]) * xSteps[a];
    return x[from];
  });
}
