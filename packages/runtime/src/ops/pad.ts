import type { ValueId } from '../graph/graph.ts';
import type { OpContext, Operators } from './context.ts';
import { range } from './shapes.ts';

type Mode = 'constant' | 'reflect' | 'edge' | 'wrap';

/** The amounts for each axis, wherever the version keeps them. */
function readPads(op: OpContext): { begin: number[]; end: number[] } {
  const rank = op.rank(0);
  const legacy = op.opset < 11;
  if (legacy && op.count > 1) op.wrong(`takes its pads as an attribute in opset ${op.opset}`);
  const pads = legacy ? op.attributes.ints(op.opset < 2 ? 'paddings' : 'pads') : op.integers(1, 'pads');
  const axes = op.opset >= 18 && op.has(3) ? op.axes(op.integers(3, 'axes'), rank) : range(rank);
  if (pads.length !== 2 * axes.length)
    op.wrong(`has ${pads.length} pads for ${axes.length} axes, and needs two for each`);
  const [begin, end] = [new Array<number>(rank).fill(0), new Array<number>(rank).fill(0)];
  for (const [i, axis] of axes.entries()) {
    begin[axis] = pads[i];
    end[axis] = pads[i + axes.length];
  }
  return { begin, end };
}

function checkPads(op: OpContext, { begin, end }: { begin: number[]; end: number[] }, mode: Mode): void {
  const shape = op.shape(0);
  for (const [axis, extent] of shape.entries()) {
    const [before, after] = [begin[axis], end[axis]];
    const kept = extent + Math.min(0, before) + Math.min(0, after);
    if (kept < 0) op.misfit(`crops ${-before} and ${-after} from axis ${axis} of [${shape}]`);
    if (mode === 'constant' || (before <= 0 && after <= 0)) continue;
    if (kept === 0) op.misfit(`has nothing on axis ${axis} of [${shape}] to pad with`);
    if (mode === 'reflect' && Math.max(before, after) >= kept) {
      op.misfit(
        `reflects ${Math.max(before, after)} elements on axis ${axis} of [${shape}], which has ${kept - 1} to reflect`,
        'use a larger input',
      );
    }
  }
  op.checkSize(shape.map((extent, axis) => extent + begin[axis] + end[axis]));
}

/** What to pad with: a number where it is known now, else a value. */
function readValue(op: OpContext): { value: number; operand: ValueId | null } {
  if (op.opset < 11) return { value: op.attributes.float('value', 0), operand: null };
  if (!op.has(2)) return { value: 0, operand: null };
  op.sameType(0, 2);
  const { shape } = op.type(2);
  if (shape.length > 1 || shape.some((extent) => extent !== 1))
    op.wrong(`takes one number to pad with, and is given [${shape}]`);
  const data = op.data(2);
  return data ? { value: data[0], operand: null } : { value: 0, operand: op.input(2) };
}

function pad(op: OpContext): ValueId {
  const modes: readonly Mode[] =
    op.opset < 19 ? ['constant', 'reflect', 'edge'] : ['constant', 'reflect', 'edge', 'wrap'];
  const mode = op.attributes.choice('mode', modes, 'constant') as Mode;
  const { begin, end } = readPads(op);
  checkPads(op, { begin, end }, mode);
  const { value, operand } = readValue(op);
  if ([...begin, ...end].every((amount) => amount === 0)) return op.input(0);
  return op.emit('pad', { begin, end, mode, value }, [op.input(0), operand]);
}

export const padOperators: Operators = {
  Pad: { since: 1, inputs: [1, 4], emit: pad },
};
