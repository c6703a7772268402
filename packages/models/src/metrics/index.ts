export * from './instances.ts';
export * from './likelihood.ts';
export * from './masks.ts';
export * from './proportion.ts';
export * from './psnr.ts';
export * from './ranking.ts';
export * from './slices.ts';
export * from './ssim.ts';
