export * from './compare.ts';
export * from './problem.ts';
