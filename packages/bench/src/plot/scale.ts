/** Numbers above 0 on a logarithmic axis, as places in a picture. */
export interface LogScale {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
  /** Every power of ten on it. */
  readonly ticks: readonly number[];
}

/** An axis of whole decades around `values`, from place `start` to place `end`; of none from 1 to 10. Values that are not above 0 are left out. */
export function logScale(values: readonly number[], start: number, end: number): LogScale {
  const logs = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const first = logs.length === 0 ? 0 : Math.floor(Math.min(...logs));
  const last = logs.length === 0 ? 1 : Math.max(first + 1, Math.ceil(Math.max(...logs)));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const at = (value: number) => start + ((Math.log10(value) - first) / (last - first)) * (end - start);
  return { from: 10 ** first, to: 10 ** last, at, ticks };
}
