import { RoentgenError } from '@roentgen/kernels';
import type { OnnxModel, OnnxNode } from '@roentgen/runtime';
import {
  freshName,
  int64Constant,
  intOf,
  makerOf,
  newNode,
  readersOf,
  withGraph,
  withOutput,
} from '../network/surgery.ts';

/** Output that `withClassActivation` adds. */
export const activationOutput = 'roentgen.activation';

function refuse(what: string): RoentgenError {
  return new RoentgenError('unsupported', `no class-activation map: ${what}`, {
    hint: 'a map needs a network that ends in GlobalAveragePool, Flatten or Reshape, and Gemm; classify without a map',
  });
}

/** Follows the only reader of each value from the pooled features to the classifier. */
function classifierAfter(model: OnnxModel, pool: OnnxNode): OnnxNode {
  let value = pool.outputs[0];
  for (;;) {
    const readers = readersOf(model, value);
    if (readers.length !== 1) throw refuse(`${readers.length} nodes read the pooled features`);
    const [node] = readers;
    if (node.op === 'Gemm' && node.inputs[0] === value) return node;
    if (!['Flatten', 'Reshape', 'Squeeze', 'Identity', 'Dropout'].includes(node.op))
      throw refuse(`${node.op} '${node.name}' follows the pooled features`);
    value = node.outputs[0];
  }
}

/**
 * Adds the output `activationOutput` [n, classes, h, w]: each class's weights applied to the last feature maps before
 * they are averaged (class activation mapping, Zhou et al. 2016), as a 1 x 1 convolution with the classifier's
 * weights, without its bias. Its mean over h and w, plus the bias, is the class's logit. Throws `unsupported` where
 * the network does not end that way.
 */
export function withClassActivation(model: OnnxModel): OnnxModel {
  const pools = model.graph.nodes.filter(({ op }) => op === 'GlobalAveragePool');
  if (pools.length !== 1) throw refuse(`the network has ${pools.length} GlobalAveragePool nodes`);
  const gemm = classifierAfter(model, pools[0]);
  if (intOf(gemm, 'transA', 0) !== 0 || scaleOf(gemm) !== 1) throw refuse('the classifier is scaled');
  const name = (part: string) => freshName(model, `${activationOutput}.${part}`);
  const rows = intOf(gemm, 'transB', 0) === 1 ? gemm.inputs[1] : name('weights');
  const turn = newNode(model, 'Transpose', [gemm.inputs[1]], rows, { perm: [1, 0] });
  const shape = int64Constant(name('shape'), [0, 0, 1, 1]);
  const kernel = name('kernel');
  const nodes = [
    ...model.graph.nodes,
    ...(rows === gemm.inputs[1] ? [] : [turn]),
    newNode(model, 'Reshape', [rows, shape.name], kernel),
    newNode(model, 'Conv', [pools[0].inputs[0], kernel], activationOutput, { kernel_shape: [1, 1] }),
  ];
  const initializers = new Map([...model.graph.initializers, [shape.name, shape]]);
  return withOutput(withGraph(model, { nodes, initializers }), activationOutput);
}

function scaleOf(gemm: OnnxNode): number {
  const alpha = gemm.attributes.get('alpha');
  return alpha?.kind === 'float' ? alpha.value : 1;
}

/** Whether a model already makes its scores by a sigmoid; one that ends in logits gets them outside. */
export function endsInSigmoid(model: OnnxModel, output: string): boolean {
  return makerOf(model, output).op === 'Sigmoid';
}
