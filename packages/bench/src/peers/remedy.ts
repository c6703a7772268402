/** The command that adds every peer; one, since npm takes away what an earlier `--no-save` has added. */
export const PEERS_REMEDY =
  'ONNXRUNTIME_NODE_INSTALL=skip npm i --no-save onnxruntime-node onnxruntime-web @tensorflow/tfjs-core @tensorflow/tfjs-backend-webgpu';
