export { type Comparison, compare, drawInputs, indexOf, random, runKernel } from '@roentgen/runtime';
export { type Check, checkGolden, checkKernels } from './check.ts';
