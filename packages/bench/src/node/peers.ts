import { findChromePeers } from '../chrome/installed.ts';
import { PEERS_REMEDY } from '../peers/remedy.ts';
import { findOnnxruntime } from './onnxruntime.ts';

/** The peers that `--peers` knows, whether each is installed, and the command that adds it. */
export function peerNames(): readonly {
  readonly name: string;
  readonly present: boolean;
  readonly remedy: string;
}[] {
  const remedy = PEERS_REMEDY;
  return [
    { name: 'onnxruntime-node', present: findOnnxruntime() !== undefined, remedy },
    { name: 'onnxruntime-web and TF.js (for bench --chrome)', present: chromePeersPresent(), remedy },
  ];
}

function chromePeersPresent(): boolean {
  try {
    findChromePeers();
    return true;
  } catch {
    return false; // absence is an answer
  }
}
