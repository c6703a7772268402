import { recordedDevices } from '@roentgen/kernels';
import { expect } from 'vitest';
import type { Graph } from '../../graph/graph.ts';
import { runOnHost } from '../../graph/interpret.ts';
import { isRunnable } from '../../graph/problem.ts';
import type { Sketch } from '../../graph/testing/sketch.ts';
import { allPasses, optimizeByStep } from '../optimize.ts';

const { nvidia } = recordedDevices;

/** Runs the graph before and after the passes: outputs agree up to rounding of sums in another order. */
export function same(sketch: Sketch, graph: Graph, passes = allPasses(nvidia), share = 1e-5): Graph {
  const optimized = optimizeByStep(graph, passes);
  const feeds = sketch.feeds(graph);
  const expected = runOnHost(graph, feeds);
  const actual = runOnHost(optimized, feeds);
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [name, values] of expected) {
    const largest = Math.max(1e-3, ...values.map(Math.abs));
    actual.get(name)!.forEach((value, i) => {
      if (!(Math.abs(value - values[i]) <= share * largest))
        expect.fail(`${name}[${i}] is ${value}, not ${values[i]}`);
    });
  }
  for (const node of optimized.nodes) expect(isRunnable(optimized, node, nvidia)).toBe(true);
  return optimized;
}

/** The families of a graph's nodes, in order, with spaces between. */
export function familiesOf(graph: Graph): string {
  return graph.nodes.map(({ family }) => family).join(' ');
}
