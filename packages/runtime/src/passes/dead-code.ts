import type { Graph, Pass, ValueId } from '../graph/graph.ts';

/** Drops nodes that nothing depends on, and the constants that only they read. */
export const deadCode: Pass = {
  name: 'dead-code',
  run(graph: Graph): Graph {
    const root = (id: ValueId): ValueId => graph.values.get(id)?.place?.root ?? id;
    const live = new Set(graph.outputs.map(({ value }) => root(value)));
    const nodes = [...graph.nodes].reverse().filter((node) => {
      if (!node.outputs.some((id) => live.has(root(id)))) return false;
      for (const id of node.inputs) if (id !== null) live.add(root(id));
      return true;
    });
    const constants = new Map([...graph.constants].filter(([id]) => live.has(id)));
    return { ...graph, constants, nodes: nodes.reverse() };
  },
};
