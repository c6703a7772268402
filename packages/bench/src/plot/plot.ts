import type { BenchReport } from '../report/report.ts';
import { peaksText } from '../report/tables.ts';
import { escapeXml, style, words } from './marks.ts';
import { compared, ratioPanel } from './ratios.ts';
import { type Panel, rooflinePanel, underRoof } from './roofline.ts';

const width = 960;

/** A report as an SVG picture, to be read in light and in dark: the roofline, then the ratios to peers or between kernels; each where there is any. */
export function plot(report: BenchReport): string {
  const { adapter, date, commit, peaks, rows } = report;
  const panels: Panel[] = [];
  let height = 64;
  const add = (panel: Panel) => {
    panels.push(panel);
    height += panel.height;
  };
  if (peaks && underRoof(rows).length > 0) add(rooflinePanel(rows, peaks, height, width));
  if (compared(rows).length > 0) add(ratioPanel(rows, height, width));
  const when = [date.slice(0, 10), ...(commit === null ? [] : [commit.slice(0, 8)])].join(', ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(`Bench of ${adapter}`)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    words(20, 26, `${adapter} (${when})`, 'start', 'title'),
    words(20, 46, peaksText(peaks), 'start', 'faint'),
    ...panels.flatMap(({ marks }) => marks),
    '</svg>\n',
  ].join('\n');
}
