export * from '../drawing/colours.ts';
