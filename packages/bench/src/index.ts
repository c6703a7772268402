/** The engine of the bench: everything here runs in Node and in a page. What needs Node is in `@roentgen/bench/node`. */
export {
  type Contender,
  contest,
  type Effort,
  type Loaded,
  type Refusal,
  type Timing,
  timed,
} from './contest/contest.ts';
export { agreement } from './contest/outputs.ts';
export { medianInterval, pairedRatio, quantile, type Summary, summarise } from './contest/statistics.ts';
export { benchCases } from './kernels/cases.ts';
export { benchKernels, type KernelResults, type KernelSuite } from './kernels/suite.ts';
export { benchInput, quotedShape } from './models/inputs.ts';
export { type BenchModel, benchModel, type ModelFile, type Sizes } from './models/model.ts';
export { type Layer, type Profile, profileOf } from './models/profile.ts';
export { roentgen } from './models/roentgen.ts';
export { modelRows } from './models/rows.ts';
export { measurePeaks } from './peaks/peaks.ts';
export { type Peaks, roofAt } from './peaks/roofline.ts';
export { plot } from './plot/plot.ts';
export { pageAdapter } from './report/adapter.ts';
export { type Change, checkBaseline, compareReports, type ReportComparison } from './report/compare.ts';
export { reportJson } from './report/json.ts';
export { type Extras, markdown } from './report/markdown.ts';
export type {
  BenchMachine,
  BenchReport,
  BenchRow,
  Cold,
  LeftOut,
  Memory,
  ProcessCost,
  WrongKernel,
} from './report/report.ts';
export {
  comparisonTables,
  machineText,
  peaksText,
  profileTable,
  type ReportTable,
  reportTables,
} from './report/tables.ts';
