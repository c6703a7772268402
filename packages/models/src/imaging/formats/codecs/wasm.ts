import { damaged } from '../bytes.ts';

/** What the @cornerstonejs decoders say of a frame. */
export interface WasmFrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
}

/** One decoder object; the buffers are views into the module's memory. */
export interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): WasmFrameInfo;
  decode(): void;
  delete(): void;
}

type Constructors = 'JPEGDecoder' | 'JpegLSDecoder' | 'J2KDecoder' | 'HTJ2KDecoder';

/** An instance of one of the modules; each has one of these decoders. */
export type WasmModule = { readonly [name in Constructors]?: new () => WasmDecoder };

/** The default export of each package's glue. */
export type WasmFactory = (options: {
  locateFile?: (file: string) => string;
  print?: (line: string) => void;
  printErr?: (line: string) => void;
}) => Promise<WasmModule>;

/** A frame as a codec gives it. */
export interface DecodedFrame {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Bits per sample that the stream states. */
  readonly bits: number;
  /** Pixel-interleaved samples, little-endian, one byte each up to 8 bits and two above. */
  readonly bytes: Uint8Array;
}

/** How a browser finds the WebAssembly file of a codec; Node finds it beside the package's own script. */
export type WasmAddress = () => string;

const inNode = 'process' in globalThis && !('window' in globalThis) && !('WorkerGlobalScope' in globalThis);

/** Starts a module. Only a browser is given an address: in Node the glue reads the file from its own folder. */
export function start(create: WasmFactory, address: WasmAddress): Promise<WasmModule> {
  const quiet = { print: () => {}, printErr: () => {} };
  return create(inNode ? quiet : { ...quiet, locateFile: address });
}

/** Runs one decoder over one frame; `what` names the codec in errors. Throws `format`. */
export function decodeWith(Decoder: new () => WasmDecoder, encoded: Uint8Array, what: string): DecodedFrame {
  const decoder = new Decoder();
  try {
    decoder.getEncodedBuffer(encoded.length).set(encoded);
    decoder.decode();
    const { width, height, bitsPerSample, componentCount } = decoder.getFrameInfo();
    // The view dies with the decoder, so the frame is copied.
    const bytes = decoder.getDecodedBuffer().slice();
    return { width, height, channels: componentCount, bits: bitsPerSample, bytes };
  } catch (cause) {
    throw damaged(
      `${what}: the decoder rejects the data`,
      'the file is damaged: copy or export it again',
      cause,
    );
  } finally {
    decoder.delete();
  }
}
