import { type Peaks, roofAt } from '../peaks/roofline.ts';
import type { BenchRow } from '../report/report.ts';
import { figure } from '../report/tables.ts';
import { line, mark, tickText, words } from './marks.ts';
import { type LogScale, logScale } from './scale.ts';

/** A part of a picture: its marks, and how high it is. */
export interface Panel {
  readonly marks: readonly string[];
  readonly height: number;
}

interface Frame {
  readonly x: LogScale;
  readonly y: LogScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const height = 430;

/** Rows of roentgen that have a place under a roof: arithmetic, traffic and a rate. */
export function underRoof(rows: readonly BenchRow[]): BenchRow[] {
  return rows.filter(
    ({ peer, gflops, intensity, variant }) =>
      peer === 'roentgen' && variant !== 'cold' && (gflops ?? 0) > 0 && (intensity ?? 0) > 0,
  );
}

/**
 * The roofline (Williams, Waterman and Patterson 2009): what rate each row reaches over its arithmetic intensity, both logarithmic, under
 * the adapter's measured bandwidth and arithmetic. Kernels that the library does not choose are faint.
 */
export function rooflinePanel(rows: readonly BenchRow[], peaks: Peaks, top: number, width: number): Panel {
  const shown = underRoof(rows);
  const ridge = peaks.f32 / peaks.copy;
  const peak = Math.max(peaks.f32, peaks.f16 ?? 0);
  const [left, right, bottom] = [70, width - 190, top + height - 50];
  const x = logScale([...shown.map(({ intensity }) => intensity!), ridge], left, right);
  const y = logScale([...shown.map(({ gflops }) => gflops!), peak], bottom, top + 40);
  const frame: Frame = { x, y, left, right, top: top + 40, bottom };
  const groups = [...new Set(shown.map(groupOf))];
  return {
    height,
    marks: [
      words(20, top + 20, 'Roofline', 'start', 'title'),
      ...grid(frame),
      ...roofs(frame, peaks),
      ...shown
        .toSorted((a, b) => Number(a.chosen ?? true) - Number(b.chosen ?? true))
        .map((row) => point(frame, row, groups)),
      ...legend(groups, right + 20, top + 60),
    ],
  };
}

/** A family of kernels, or a network. */
function groupOf({ name }: BenchRow): string {
  return name.split('/')[0];
}

function grid({ x, y, left, right, top, bottom }: Frame): string[] {
  return [
    ...x.ticks.flatMap((tick) => [
      line(x.at(tick), top, x.at(tick), bottom, 'grid'),
      words(x.at(tick), bottom + 16, tickText(tick), 'middle'),
    ]),
    ...y.ticks.flatMap((tick) => [
      line(left, y.at(tick), right, y.at(tick), 'grid'),
      words(left - 8, y.at(tick) + 4, tickText(tick), 'end'),
    ]),
    words((left + right) / 2, bottom + 36, 'arithmetic intensity, FLOP/byte', 'middle', 'faint'),
    words(left, top - 8, 'GFLOP/s', 'end', 'faint'),
  ];
}

function roofs({ x, y, left, right, bottom }: Frame, peaks: Peaks): string[] {
  const roof = (arithmetic: number, title: string, className: string) => {
    const ridge = Math.min(x.to, Math.max(x.from, arithmetic / peaks.copy));
    // Where the slope enters the picture: at its left edge, or at its bottom.
    const begin = Math.min(ridge, Math.max(x.from, y.from / peaks.copy));
    const at = (intensity: number) => Math.min(bottom, y.at(roofAt(intensity, peaks, arithmetic)));
    return [
      line(x.at(begin), at(begin), x.at(ridge), at(ridge), className),
      line(x.at(ridge), at(ridge), right, at(x.to), className),
      words(right - 6, at(x.to) - 6, `${title} ${figure(arithmetic)} GFLOP/s`, 'end'),
    ];
  };
  const half = peaks.f16 !== null && peaks.f16 > peaks.f32 ? roof(peaks.f16, 'f16', 'roof dashed') : [];
  return [
    ...half,
    ...roof(peaks.f32, 'f32', 'roof'),
    words(left + 6, bottom - 8, `copy ${figure(peaks.copy)} GB/s`, 'start', 'faint'),
  ];
}

function point({ x, y }: Frame, row: BenchRow, groups: readonly string[]): string {
  const { name, variant, intensity, gflops, roofline, chosen = true } = row;
  const part = roofline ? `, ${figure(100 * roofline)} % of the roof` : '';
  const title = `${name} ${variant}: ${figure(gflops)} GFLOP/s${part}`;
  const series = groups.indexOf(groupOf(row));
  return mark(x.at(intensity!), y.at(gflops!), chosen ? 4.5 : 3, series, title, !chosen);
}

/** Names beside the dots of their series. */
export function legend(names: readonly string[], x: number, y: number): string[] {
  return names.flatMap((name, i) => [mark(x, y + 18 * i, 4.5, i, name), words(x + 10, y + 18 * i + 4, name)]);
}
