export { benchInput, quotedShape } from './inputs.ts';
export { benchModel, benchModels, rowsOf } from './models.ts';
export { type BenchModel, roentgen } from './ours.ts';
export { onnxruntime, peerNames } from './peers.ts';
export { type BenchReport, type BenchRow, type Change, type Cold, changes } from './report.ts';
export { type Contender, contest, type Effort, type Loaded, type Refusal, type Timing } from './runner.ts';
export { pairedRatio, quantile, type Summary, summarise } from './statistics.ts';
