import { RoentgenError } from '@roentgen/kernels';
import type { Graph, Node, ValueId } from './graph.ts';
import { rootOf } from './problem.ts';

function broken(after: string, message: string): never {
  throw new RoentgenError('model', `graph after ${after}: ${message}`, {
    hint: 'this is a fault in Roentgen; please report the model',
  });
}

/** The law of the graph, checked between passes: written once before read, no dispatch writes a buffer that it reads. */
export function verify(graph: Graph, after: string): void {
  const written = new Set<ValueId>([...graph.inputs, ...graph.constants.keys()]);
  const seen = new Set<ValueId>();
  const known = (id: ValueId) => written.has(id) || written.has(rootOf(graph.values, id));
  const check = (node: Node) => {
    const where = `${node.family} of ${node.origin.op} '${node.origin.node}'`;
    for (const id of node.inputs)
      if (id !== null && !known(id))
        broken(after, `${where} reads '${graph.values.get(id)?.name}' before it is written`);
    for (const id of node.outputs) {
      const root = rootOf(graph.values, id);
      if (seen.has(id)) broken(after, `${where} writes '${graph.values.get(id)?.name}' a second time`);
      if (graph.constants.has(root) || graph.inputs.includes(root))
        broken(after, `${where} writes a constant or an input`);
      if (node.inputs.some((input) => input !== null && rootOf(graph.values, input) === root))
        broken(after, `${where} writes the buffer that it reads`);
      seen.add(id);
      written.add(id).add(root);
    }
  };
  graph.nodes.forEach(check);
  for (const { name, value } of graph.outputs)
    if (!known(value)) broken(after, `output '${name}' is never written`);
}
