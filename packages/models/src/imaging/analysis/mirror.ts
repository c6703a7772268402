/**
 * Index of the sample that stands at `index` when a line of `length` samples is mirrored without end, its end
 * samples doubled: `d c b a | a b c d | d c b a` (SciPy `reflect`, NumPy `symmetric`).
 */
export function mirrored(index: number, length: number): number {
  const period = 2 * length;
  const wrapped = ((index % period) + period) % period;
  return wrapped < length ? wrapped : period - 1 - wrapped;
}

/** The same about the end samples, which are not doubled: `d c b | a b c d | c b a` (NumPy and PyTorch `reflect`). */
export function reflected(index: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const wrapped = ((index % period) + period) % period;
  return wrapped < length ? wrapped : period - wrapped;
}
