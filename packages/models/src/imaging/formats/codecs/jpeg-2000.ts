import { start, type WasmAddress, type WasmModule } from './wasm.ts';

/** OpenJPEG: JPEG 2000. */
export async function load(address: WasmAddress = defaultAddress): Promise<WasmModule> {
  const { default: create } = await import('@cornerstonejs/codec-openjpeg/decodewasmjs');
  return start(create, address);
}

/** A bundler that knows this pattern (vite, webpack, rollup) ships the file and puts its address here. */
function defaultAddress(): string {
  return new URL('@cornerstonejs/codec-openjpeg/decodewasm', import.meta.url).href;
}
