import { Session } from '@roentgen/runtime';
import { goldenDifferences, goldenNetworks, goldenShare } from '../../src/golden.ts';

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Runs one network in this page; the test calls it by name. */
async function golden(name: keyof typeof goldenNetworks): Promise<string[]> {
  using session = await Session.create(`/models/${name}.onnx`, { gpu: navigator.gpu });
  const array = (which: string) => bytesOf(`/models/golden/${name}/${which}.npy`);
  return await goldenDifferences(session, goldenNetworks[name], goldenShare.f32, array);
}

Object.assign(globalThis, { golden });
