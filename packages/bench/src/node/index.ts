/** What of the bench needs Node: files, and peers that are Node packages. */
export { modelFile, modelsIn } from './models.ts';
export { onnxruntime, peerNames } from './onnxruntime.ts';
