// The emscripten builds of @cornerstonejs carry no types. They share one shape: a factory, and decoders whose
// buffers are views into the module's memory, valid until the next call.
declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const create: import('./wasm.ts').WasmFactory;
  export default create;
}
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  const create: import('./wasm.ts').WasmFactory;
  export default create;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const create: import('./wasm.ts').WasmFactory;
  export default create;
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const create: import('./wasm.ts').WasmFactory;
  export default create;
}
// The package names a types file that it does not ship.
declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    numComp: number;
    readonly frame: { readonly dimX: number; readonly dimY: number; readonly precision: number };
    decode(
      buffer: ArrayBuffer,
      offset?: number,
      length?: number,
      bytesPerSample?: number,
    ): Uint8Array | Uint16Array;
  }
}
