/** A tensor's buffer need: bytes, and the first and last step that touch it. */
export interface Lifetime {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

export interface Assignment {
  /** Bytes of each buffer. */
  readonly buffers: readonly number[];
  /** Which buffer holds each tensor. */
  readonly of: readonly number[];
}

function overlaps(a: Lifetime, b: Lifetime): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/**
 * Shares buffers between tensors whose lifetimes do not overlap: largest first, each into the first buffer that is free for its whole
 * life (so no buffer ever grows). Whole buffers are shared, not ranges of one arena: Dawn orders dispatches by buffer, and refuses
 * one buffer bound for reading and writing at once even where the ranges are apart.
 */
export function assignBuffers(tensors: readonly Lifetime[]): Assignment {
  const buffers: { bytes: number; held: Lifetime[] }[] = [];
  const of = new Array<number>(tensors.length);
  const order = tensors
    .map((_, index) => index)
    .sort((a, b) => tensors[b].bytes - tensors[a].bytes || tensors[a].first - tensors[b].first);
  for (const index of order) {
    const tensor = tensors[index];
    let at = buffers.findIndex(({ held }) => !held.some((other) => overlaps(tensor, other)));
    if (at < 0) at = buffers.push({ bytes: tensor.bytes, held: [] }) - 1;
    buffers[at].held.push(tensor);
    of[index] = at;
  }
  return { buffers: buffers.map(({ bytes }) => bytes), of };
}
