/** What of the bench needs Node: files, and peers that are Node packages. */
export { benchInChrome, type ChromeEffort, chromeAdapter, type WantedAdapter } from '../chrome/host.ts';
export { type ChromePeer, chromePeers, type PageProgress } from '../chrome/protocol.ts';
export { thisMachine } from './machine.ts';
export { modelFile, modelsIn } from './models.ts';
export { onnxruntime } from './onnxruntime.ts';
export { peerNames } from './peers.ts';
export { collector } from './settle.ts';
export { versionsOf } from './versions.ts';
