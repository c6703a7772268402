export * from './core/choose.ts';
export * from './core/dtype.ts';
export * from './core/errors.ts';
export * from './core/grid.ts';
export * from './core/kernel.ts';
export * from './core/tensor.ts';
export * from './core/wgsl.ts';
export * from './vocabulary.ts';
