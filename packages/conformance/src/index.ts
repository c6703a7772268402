export { type Comparison, compare, drawInputs, indexOf, random, runKernel } from '@roentgen/runtime';
