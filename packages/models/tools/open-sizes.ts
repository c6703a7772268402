import type { OnnxModel, OnnxValueInfo } from '@roentgen/runtime';
import { withGraph, withOpenSizes } from '../src/network/surgery.ts';
import { rebuildDepthShuffle } from '../src/super-resolution/shuffle.ts';

/**
 * Frees batch, height and width of a network's inputs from the sizes that it was exported with. What it declares about
 * its outputs keeps their rank and channels, as onnx.checker wants every output to have a shape.
 */
export function openSizes(model: OnnxModel): OnnxModel {
  const opened = withOpenSizes(rebuildDepthShuffle(model));
  return withGraph(opened, { outputs: model.graph.outputs.map(openOutput) });
}

function openOutput(output: OnnxValueInfo): OnnxValueInfo {
  const { type } = output;
  if (type.kind !== 'tensor' || type.shape?.length !== 4) return output;
  return { ...output, type: { ...type, shape: ['n', type.shape[1], null, null] } };
}
