/** What a network answered, by the names of its outputs; densely packed, channels-first. */
export type Outputs = Readonly<Record<string, Output>>;

export interface Output {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** How far an output may be from ours, as a share of the range of ours; as for the golden tensors. */
export const agreement = { f32: 1e-3, f16: 2e-2 } as const;

/** Says where another's answer is not ours; undefined where every output agrees to `share` of its range. */
export function disagreement(ours: Outputs, theirs: Outputs, share: number): string | undefined {
  for (const [name, { data, shape }] of Object.entries(ours)) {
    const other = theirs[name];
    if (other === undefined) return `it gives no output '${name}'`;
    if (other.shape.join() !== shape.join()) return `its '${name}' is [${other.shape}], ours [${shape}]`;
    const [range, largest] = [rangeOf(data), largestDifference(data, other.data)];
    // Written so that NaN disagrees.
    if (!(largest <= share * range))
      return `its '${name}' is not ours: ${largest.toPrecision(3)} apart, where the values range over ${range.toPrecision(3)}`;
  }
  return undefined;
}

function rangeOf(values: ArrayLike<number>): number {
  let [low, high] = [values[0], values[0]];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return high - low;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}
