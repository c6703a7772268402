import type { BenchRow } from '../report/report.ts';
import { hues, line, mark, tickText, words } from './marks.ts';
import { legend, type Panel } from './roofline.ts';
import { logScale } from './scale.ts';

const step = 18;

/** A line of the picture: a network or a case, and who is compared there. */
interface Entry {
  readonly label: string;
  readonly rows: readonly BenchRow[];
}

/** Rows that are compared with roentgen: warm runs of peers, and kernels beside the chosen one. */
export function compared(rows: readonly BenchRow[]): BenchRow[] {
  return rows.filter(({ ratio, variant }) => variant !== 'cold' && ratio !== null && ratio > 0);
}

/** Peers are told apart by their names, kernels of a case by what they are called in their family. */
function seriesOf({ peer, variant }: BenchRow): string {
  return peer === 'roentgen' ? (variant.split('/')[1] ?? variant) : peer;
}

function entries(rows: readonly BenchRow[]): Entry[] {
  const byLabel = new Map<string, BenchRow[]>();
  for (const row of rows) {
    const label = row.peer === 'roentgen' ? row.name : `${row.name} ${row.shape.join(' x ')}`;
    byLabel.set(label, [...(byLabel.get(label) ?? []), row]);
  }
  return [...byLabel].map(([label, own]) => ({ label, rows: own }));
}

/** How many times longer each peer takes than roentgen (each other kernel than the chosen one), a line a network (a case), logarithmic. */
export function ratioPanel(rows: readonly BenchRow[], top: number, width: number): Panel {
  const shown = compared(rows);
  const all = entries(shown);
  const series = [...new Set(shown.map(seriesOf))];
  const [left, right] = [300, width - 190];
  const x = logScale([...shown.map(({ ratio }) => ratio!), 0.9, 1.1], left, right);
  const first = top + 60;
  const bottom = first + step * all.length;
  const kernels = shown.some(({ peer }) => peer === 'roentgen');
  const title = kernels ? 'Times of the other kernels over the chosen one’s' : 'Times of the peers over ours';
  return {
    height: Math.max(bottom, top + 70 + step * series.length) - top + 50,
    marks: [
      words(20, top + 20, title, 'start', 'title'),
      ...x.ticks.flatMap((tick) => [
        line(x.at(tick), top + 44, x.at(tick), bottom, 'grid'),
        words(x.at(tick), bottom + 18, `${tickText(tick)}x`, 'middle'),
      ]),
      line(x.at(1), top + 44, x.at(1), bottom, 'axis'),
      words(x.at(1) + 6, top + 40, kernels ? 'slower' : 'slower than roentgen', 'start', 'faint'),
      words(x.at(1) - 6, top + 40, 'faster', 'end', 'faint'),
      ...all.flatMap((entry, i) => entryMarks(entry, x.at, left, first + step * i, series)),
      ...legend(series, right + 20, top + 60),
    ],
  };
}

function entryMarks(
  { label, rows }: Entry,
  at: (ratio: number) => number,
  left: number,
  y: number,
  series: readonly string[],
): string[] {
  return [
    words(left - 10, y + 4, label, 'end'),
    ...rows.flatMap((row) => {
      const own = series.indexOf(seriesOf(row));
      const title = `${label}, ${seriesOf(row)}: ${row.ratio!.toFixed(2)}x`;
      return [
        line(at(1), y, at(row.ratio!), y, `s${own % hues} stem`),
        mark(at(row.ratio!), y, 4.5, own, title),
      ];
    }),
  ];
}
