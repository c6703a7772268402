export * from './imaging/analysis/index.ts';
export * from './imaging/formats/index.ts';
export * from './imaging/resample/index.ts';
export type * from './imaging/types.ts';
export * from './metrics/index.ts';
