export * from './filters.ts';
export * from './methods.ts';
export * from './plane.ts';
export * from './protocol.ts';
export * from './resize1d.ts';
export * from './taps.ts';
export * from './volume.ts';
