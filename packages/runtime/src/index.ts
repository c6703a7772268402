export * from './graph/builder.ts';
export * from './graph/graph.ts';
export * from './device/device.ts';
export * from './device/params.ts';
export * from './device/transfer.ts';
export * from './import.ts';
export * from './onnx/index.ts';
