import { sizeOf } from '@roentgen/kernels';
import type { Graph, ValueId } from '../graph.ts';
import type { Sketch } from './sketch.ts';

/** A graph of random layers over tensors of one extent in space, with outputs of every kind. */
export function randomGraph(s: Sketch): Graph {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(s.random() * list.length)];
  const batch = pick([1, 2]);
  const inputs = [s.input('a', [batch, 2, 3, 4]), s.input('b', [batch, 3, 3, 4])];
  const values = [...inputs, s.weights([batch, 2, 3, 4])];
  const peers = (x: ValueId) => values.filter((id) => s.shape(id).join() === s.shape(x).join());
  const layers: ((x: ValueId) => ValueId)[] = [
    (x) => s.conv(x, pick([2, 3, 4]), pick([1, 3]), s.random() < 0.5),
    (x) => s.norm(x),
    (x) => s.apply(pick(['relu', 'sigmoid', 'neg']), x),
    (x) => s.map('add', ...(s.random() < 0.5 ? [x, pick(peers(x))] : [pick(peers(x)), x])),
    (x) => s.concat([x, pick(values), ...(s.random() < 0.3 ? [x] : [])]),
    (x) => s.concat([inputs[0], inputs[1], x]),
    (x) => s.gate(pick(values), x, 2, { sum: s.random() < 0.5, product: s.random() < 0.5 }),
    (x) => s.pool(pick(['max', 'average']), x, { kernel: [3, 2], strides: [1, 1], pads: [1, 0, 1, 1] }),
    (x) => s.map('add', x, s.mean(s.apply('relu', s.norm(x)))),
    (x) => {
      const { length } = s.shape(x);
      const flat = s.apply('relu', s.reshape(x, [batch, sizeOf(s.shape(x).slice(1)), 1, 1]));
      return s.reshape(flat, s.shape(x).slice(0, length));
    },
  ];
  for (let i = 0; i < 12; i++) {
    // Mostly go on from what was made last, so that the layers form chains that passes look for.
    const made = pick(layers)(s.random() < 0.7 ? values.at(-1)! : pick(values));
    if (s.shape(made)[1] <= 12) values.push(made);
  }
  return s.build(values.at(-1)!, pick(values), pick(values));
}
