import { start, type WasmAddress, type WasmModule } from './wasm.ts';

/** CharLS: JPEG-LS, lossless and near-lossless. */
export async function load(address: WasmAddress = defaultAddress): Promise<WasmModule> {
  const { default: create } = await import('@cornerstonejs/codec-charls/decodewasmjs');
  return start(create, address);
}

/** A bundler that knows this pattern (vite, webpack, rollup) ships the file and puts its address here. */
function defaultAddress(): string {
  return new URL('@cornerstonejs/codec-charls/decodewasm', import.meta.url).href;
}
