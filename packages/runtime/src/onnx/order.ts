import { RoentgenError } from '@roentgen/kernels';
import type { OnnxGraph, OnnxNode } from './model.ts';
import { nodeLabel, nodeName, quote } from './text.ts';

/**
 * The nodes in an order that runs: as they are where that is one, as the standard demands; sorted where it is not,
 * since hand-edited files are often merely out of order. `producers` knows who makes each value. Throws 'model' for
 * a cycle, with the nodes on it.
 */
export function runningOrder(
  graph: OnnxGraph,
  producers: ReadonlyMap<string, OnnxNode>,
): readonly OnnxNode[] {
  const waiting = new Map<OnnxNode, number>();
  const readers = new Map<OnnxNode, OnnxNode[]>();
  let sorted = true;
  for (const node of graph.nodes) {
    const sources = sourcesOf(node, producers);
    waiting.set(node, sources.length);
    for (const source of sources) {
      // Sources met before are in the map already.
      if (source === node || !waiting.has(source)) sorted = false;
      readers.set(source, [...(readers.get(source) ?? []), node]);
    }
  }
  if (sorted) return graph.nodes;
  return release(graph.nodes, waiting, readers, producers);
}

function sourcesOf(node: OnnxNode, producers: ReadonlyMap<string, OnnxNode>): OnnxNode[] {
  const sources = new Set(node.inputs.map((name) => producers.get(name)));
  return [...sources].filter((source) => source !== undefined);
}

/** Kahn's algorithm: a node follows once everything it reads is there. */
function release(
  nodes: readonly OnnxNode[],
  waiting: Map<OnnxNode, number>,
  readers: ReadonlyMap<OnnxNode, readonly OnnxNode[]>,
  producers: ReadonlyMap<string, OnnxNode>,
): readonly OnnxNode[] {
  const order = nodes.filter((node) => waiting.get(node) === 0);
  for (const node of order) {
    for (const reader of readers.get(node) ?? []) {
      const left = (waiting.get(reader) as number) - 1;
      waiting.set(reader, left);
      if (left === 0) order.push(reader);
    }
  }
  if (order.length < nodes.length) throw cycle(nodes, new Set(order), producers);
  return order;
}

/** Follows unreleased nodes back through what they read until one comes up again. */
function cycle(
  nodes: readonly OnnxNode[],
  released: ReadonlySet<OnnxNode>,
  producers: ReadonlyMap<string, OnnxNode>,
): RoentgenError {
  const path: OnnxNode[] = [];
  const seen = new Set<OnnxNode>();
  let node = nodes.find((it) => !released.has(it)) as OnnxNode;
  while (!seen.has(node)) {
    seen.add(node);
    path.push(node);
    node = sourcesOf(node, producers).find((it) => !released.has(it)) as OnnxNode;
  }
  const loop = path.slice(path.indexOf(node)).reverse();
  const shown = loop.slice(0, 6).map(nodeLabel).join(' -> ');
  return new RoentgenError(
    'model',
    `the graph has a cycle of ${loop.length} nodes: ${shown}${loop.length > 6 ? ' ...' : ''}.`,
    {
      node: nodeName(node),
      hint: `A graph must not need its own results; look at where ${quote(node.outputs[0] ?? '')} is read.`,
    },
  );
}
