import { start, type WasmAddress, type WasmModule } from './wasm.ts';

/** OpenJPH: High-Throughput JPEG 2000. */
export async function load(address: WasmAddress = defaultAddress): Promise<WasmModule> {
  const { default: create } = await import('@cornerstonejs/codec-openjph/wasmjs');
  return start(create, address);
}

/** A bundler that knows this pattern (vite, webpack, rollup) ships the file and puts its address here. */
function defaultAddress(): string {
  return new URL('@cornerstonejs/codec-openjph/wasm', import.meta.url).href;
}
