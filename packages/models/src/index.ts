export * from './imaging/formats/index.ts';
