export * from './graph/builder.ts';
export * from './graph/graph.ts';
