import { start, type WasmAddress, type WasmModule } from './wasm.ts';

/** libjpeg-turbo: JPEG baseline, extended with 8 bits and progressive. Colour comes out as RGB. */
export async function load(address: WasmAddress = defaultAddress): Promise<WasmModule> {
  const { default: create } = await import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs');
  return start(create, address);
}

/** A bundler that knows this pattern (vite, webpack, rollup) ships the file and puts its address here. */
function defaultAddress(): string {
  return new URL('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm', import.meta.url).href;
}
