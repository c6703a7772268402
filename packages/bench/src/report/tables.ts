import type { Profile } from '../models/profile.ts';
import type { Peaks } from '../peaks/roofline.ts';
import type { ReportComparison } from './compare.ts';
import type { BenchReport, BenchRow } from './report.ts';

/** A table of text, for a terminal, Markdown or a page alike. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

type Columns<T> = readonly (readonly [title: string, cell: (item: T) => string])[];

/** The first `left` columns are words, the others figures. */
function tabulate<T>(title: string, items: readonly T[], columns: Columns<T>, left: number): ReportTable {
  return {
    title,
    columns: columns.map(([name], i) => ({ title: name, align: i < left ? 'left' : 'right' })),
    rows: items.map((item) => columns.map(([, cell]) => cell(item))),
  };
}

/** Three significant digits; '-' for what is not known. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '-';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 6));
}

const percent = (part: number | null | undefined) =>
  part === null || part === undefined ? '-' : `${figure(100 * part)} %`;
const times = (ratio: number | null | undefined) =>
  ratio === null || ratio === undefined ? '' : `${ratio.toFixed(2)}x`;
const mebibytes = (bytes: number | undefined) => (bytes === undefined ? '-' : figure(bytes / 2 ** 20));
const sizes = (shape: readonly number[]) => shape.join(' x ');

/** What the adapter reaches, in a line; empty where it was not measured. */
export function peaksText(peaks: Peaks | null | undefined): string {
  if (!peaks) return '';
  const half = peaks.f16 === null ? '' : `, f16 ${figure(peaks.f16)}`;
  return `peaks: f32 ${figure(peaks.f32)}${half} GFLOP/s, copy ${figure(peaks.copy)} GB/s, ${figure(peaks.gap)} us a dispatch`;
}

/** The machine and the versions, in a line; empty where neither is known. */
export function machineText({ machine, versions = {} }: Pick<BenchReport, 'machine' | 'versions'>): string {
  const around = machine ? [`${machine.cores} cores of ${machine.cpu}, load ${machine.load}`] : [];
  return [...around, ...Object.entries(versions).map(([name, version]) => `${name} ${version}`)].join(', ');
}

/** The rows of a report as tables: networks, then kernels, then what is wrong and what was left out. */
export function reportTables(report: BenchReport): ReportTable[] {
  const warm = report.rows.filter(({ variant }) => variant === 'warm');
  const systems = report.rows.filter(({ variant }) => variant === 'whole');
  const cases = report.rows.filter(({ variant }) => !['warm', 'cold', 'whole'].includes(variant));
  const { wrong = [], leftOut = [] } = report;
  const tables = [
    modelTable(warm, report.rows),
    kernelTable(cases),
    processTable([...warm.filter((row) => row.process !== undefined), ...systems]),
    tabulate(
      'wrong',
      wrong,
      [
        ['wrong', ({ name }) => name],
        ['kernel', ({ kernel }) => kernel],
        ['checked against', ({ checked }) => checked],
        ['what', ({ report: text }) => text.split('\n')[0]],
      ],
      4,
    ),
    tabulate(
      'left out',
      leftOut,
      [
        ['left out', ({ name }) => name],
        ['by', ({ peer }) => peer],
        ['why', ({ reason }) => reason],
      ],
      3,
    ),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function modelTable(warm: readonly BenchRow[], all: readonly BenchRow[]): ReportTable {
  const keyOf = ({ name, shape, dtype, peer }: BenchRow) => JSON.stringify([name, shape, dtype, peer]);
  const starts = new Map(all.filter(({ variant }) => variant === 'cold').map((row) => [keyOf(row), row]));
  const start = (row: BenchRow) => starts.get(keyOf(row));
  return tabulate(
    'networks',
    warm,
    [
      ['network', ({ name }) => name],
      ['shape', ({ shape }) => sizes(shape)],
      ['by', ({ peer }) => peer],
      ['in', ({ dtype }) => dtype],
      ['start ms', (row) => figure(start(row)?.ms.median)],
      ['start ratio', (row) => times(start(row)?.ratio)],
      ['load', (row) => figure(start(row)?.cold?.load)],
      ['compile', (row) => figure(start(row)?.cold?.compile)],
      ['first', (row) => figure(start(row)?.cold?.firstRun)],
      ['warm ms', ({ ms }) => figure(ms.median)],
      ['p10', ({ ms }) => figure(ms.p10)],
      ['p90', ({ ms }) => figure(ms.p90)],
      ['GPU ms', ({ gpuMs }) => figure(gpuMs?.median)],
      ['GFLOP/s', ({ gflops }) => figure(gflops)],
      ['GB/s', ({ gbs }) => figure(gbs)],
      ['of roof', ({ roofline }) => percent(roofline)],
      ['peak MiB', ({ memory }) => mebibytes(memory?.peakBytes)],
      ['warm ratio', ({ ratio }) => times(ratio)],
    ],
    4,
  );
}

/** What the processes took that ran one thing each; a system's row is all that there is of it. */
function processTable(rows: readonly BenchRow[]): ReportTable {
  return tabulate(
    'processes',
    rows,
    [
      ['process', ({ name }) => name],
      ['shape', ({ shape }) => sizes(shape)],
      ['s', ({ ms, variant }) => figure(variant === 'whole' ? ms.median / 1000 : null)],
      ['processor s', ({ process }) => figure(process && process.cpuMs / 1000)],
      ['resident MiB', ({ process }) => mebibytes(process?.residentBytes)],
      ['GPU peak MiB', ({ memory }) => mebibytes(memory?.peakBytes)],
    ],
    2,
  );
}

function kernelTable(rows: readonly BenchRow[]): ReportTable {
  return tabulate(
    'kernels',
    rows,
    [
      ['case', ({ name }) => name],
      ['shape', ({ shape }) => sizes(shape)],
      ['of', ({ dtype }) => dtype],
      ['kernel', ({ variant }) => variant],
      ['', ({ chosen }) => (chosen ? 'chosen' : '')],
      ['ms', ({ ms }) => figure(ms.median)],
      ['p10', ({ ms }) => figure(ms.p10)],
      ['p90', ({ ms }) => figure(ms.p90)],
      ['wall ms', ({ wallMs }) => figure(wallMs?.median)],
      ['GFLOP/s', ({ gflops }) => figure(gflops)],
      ['GB/s', ({ gbs }) => figure(gbs)],
      ['of roof', ({ roofline }) => percent(roofline)],
      ['ratio', ({ ratio }) => times(ratio)],
    ],
    5,
  );
}

/** What changed against an earlier report; 'noise' where the spread of the samples allows for no change. */
export function comparisonTables({ changes, gone, added }: ReportComparison): ReportTable[] {
  const missing = [
    ...gone.map((row) => ({ row, where: 'only before' })),
    ...added.map((row) => ({ row, where: 'only now' })),
  ];
  const tables = [
    tabulate(
      'compared',
      changes,
      [
        ['compared', ({ row }) => `${row.name} ${row.variant}`],
        ['shape', ({ row }) => sizes(row.shape)],
        ['by', ({ row }) => row.peer],
        ['', ({ verdict }) => verdict],
        ['before ms', ({ before }) => figure(before)],
        ['now ms', ({ row }) => figure(row.ms.median)],
        ['now/before', ({ ratio }) => ratio.toFixed(2)],
        [
          'spread',
          ({ spread }) => (spread === null ? '-' : spread.map((end) => end.toFixed(2)).join(' to ')),
        ],
      ],
      4,
    ),
    tabulate(
      'not compared',
      missing,
      [
        ['not compared', ({ row }) => `${row.name} ${row.variant}`],
        ['shape', ({ row }) => sizes(row.shape)],
        ['by', ({ row }) => row.peer],
        ['', ({ where }) => where],
      ],
      4,
    ),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** A profile, a dispatch a line. */
export function profileTable({ name, shape, layers }: Profile): ReportTable {
  return tabulate(
    `${name} ${sizes(shape)}`,
    layers,
    [
      ['kernel', ({ kernel }) => kernel],
      ['op', ({ op }) => op],
      ['result', ({ result }) => result],
      ['shape', (layer) => sizes(layer.shape)],
      ['dispatch', ({ index }) => String(index)],
      ['ms', ({ ms }) => figure(ms)],
      ['share', ({ share }) => percent(share)],
      ['GFLOP/s', ({ gflops }) => figure(gflops)],
      ['GB/s', ({ gbs }) => figure(gbs)],
      ['of roof', ({ roofline }) => percent(roofline)],
    ],
    4,
  );
}
