import type { Vocabulary } from '@roentgen/kernels';
import type { GraphEdit } from '../graph/edit.ts';
import type { Node, ValueId } from '../graph/graph.ts';

/**
 * The attention gate as the convolutions, the sum and the product that it is made of, which can be cut by channels where the gate, which
 * looks at all channels of a pixel at once, cannot. Null where its weights are computed.
 */
export function expandedGate(edit: GraphEdit, node: Node<'attentionGate'>): readonly Node[] | null {
  const [gate, x, wg, wx, bias, psi, psiBias] = node.inputs as ValueId[];
  const [y] = node.outputs;
  if ([wg, wx, psi].some((id) => !edit.data(id))) return null;
  const { shape } = edit.typeOf(x);
  const space = shape.slice(2).map(() => 1);
  const { name } = edit.value(y);
  const weights = (id: ValueId, rows: number, columns: number) =>
    edit.constant(
      edit.value(id).name,
      { ...edit.typeOf(id), shape: [rows, columns, ...space] },
      edit.data(id)!,
    );
  const made = (what: string, channels: number) => {
    const id = edit.own(y, `${name} ${what}`);
    edit.retype(id, { ...edit.typeOf(y), shape: shape.with(1, channels) });
    return id;
  };
  const [middle, gateChannels] = edit.typeOf(wg).shape;
  const plain: Vocabulary['conv'] = {
    strides: space,
    dilations: space,
    pads: [...space, ...space].map(() => 0),
    groups: 1,
    pre: [],
    activation: [],
    after: [],
  };
  const conv = (
    attributes: Partial<Vocabulary['conv']>,
    inputs: Node['inputs'],
    into: ValueId,
  ): Node<'conv'> => ({
    family: 'conv',
    attributes: { ...plain, ...attributes },
    inputs,
    outputs: [into],
    origin: node.origin,
  });
  const [side, sum, score] = [made('gate', middle), made('sum', middle), made('score', 1)];
  const relu = [{ fn: 'relu', args: [] }];
  const sigmoid = [{ fn: 'sigmoid', args: [] }];
  return [
    conv({}, [gate, weights(wg, middle, gateChannels), bias], side),
    conv({ after: relu }, [x, weights(wx, middle, shape[1]), null, side], sum),
    conv({ activation: sigmoid }, [sum, weights(psi, 1, middle), psiBias], score),
    {
      family: 'map',
      attributes: { fn: 'mul', then: [], to: edit.typeOf(y).dtype },
      inputs: [x, score],
      outputs: [y],
      origin: node.origin,
    },
  ];
}
