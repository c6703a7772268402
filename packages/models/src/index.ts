export * from './cell-segmentation/index.ts';
export * from './imaging/analysis/index.ts';
export * from './imaging/formats/index.ts';
export * from './imaging/resample/index.ts';
export * from './metrics/index.ts';
export * from './network/index.ts';
export * from './pneumonia/index.ts';
export * from './super-resolution/index.ts';
export type * from './imaging/types.ts';
