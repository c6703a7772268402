import { damaged } from '../bytes.ts';
import { type DecodedFrame, decodeWith, type WasmDecoder, type WasmModule } from './wasm.ts';

/** The codecs that are WebAssembly files of their own, each fetched when first needed. */
export type CodecName = 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** Where codecs come from. */
export interface CodecOptions {
  /**
   * The address of a codec's WebAssembly file, for a browser whose bundler does not follow
   * `new URL(file, import.meta.url)`; in vite, for example, an import of the file with `?url`.
   */
  readonly wasmUrl?: (codec: CodecName) => string;
}

/** Decoders that are loaded once and used for many frames. */
export interface Codecs {
  /** Decodes one frame. Throws `format` where the codec rejects it, `unsupported` where it cannot be loaded. */
  decode(codec: CodecName, encoded: Uint8Array): Promise<DecodedFrame>;
}

const LOADERS: Readonly<
  Record<CodecName, () => Promise<{ load(address?: () => string): Promise<WasmModule> }>>
> = {
  jpeg: () => import('./jpeg.ts'),
  'jpeg-ls': () => import('./jpeg-ls.ts'),
  'jpeg-2000': () => import('./jpeg-2000.ts'),
  htj2k: () => import('./htj2k.ts'),
};

function decoderOf(module: WasmModule): new () => WasmDecoder {
  const Decoder = module.JPEGDecoder ?? module.JpegLSDecoder ?? module.J2KDecoder ?? module.HTJ2KDecoder;
  if (Decoder === undefined) throw damaged('the codec package has no decoder: another version is installed');
  return Decoder;
}

/** Makes a set of codecs that load on first use; share it between the files of one job. */
export function createCodecs(options: CodecOptions = {}): Codecs {
  const loaded = new Map<CodecName, Promise<WasmModule>>();
  const load = (codec: CodecName): Promise<WasmModule> => {
    const { wasmUrl } = options;
    const fresh = () => LOADERS[codec]().then((module) => module.load(wasmUrl && (() => wasmUrl(codec))));
    const module = loaded.get(codec) ?? fresh();
    loaded.set(codec, module);
    return module;
  };
  return {
    async decode(codec, encoded) {
      try {
        return decodeWith(decoderOf(await load(codec)), encoded, codec);
      } catch (error) {
        // A module that aborted is dead, and a failed download may work the next time: start afresh.
        loaded.delete(codec);
        throw error;
      }
    },
  };
}
