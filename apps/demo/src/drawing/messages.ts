/** What the page and the drawing worker say to each other, beside `live` and `alive` (lifeline.ts). */
import type { Values } from './scene.ts';

export type ToDrawing =
  /** An array that scenes will name. */
  | { readonly type: 'hold'; readonly ref: number; readonly data: Values }
  /** An array that nothing on the page has any more. */
  | { readonly type: 'drop'; readonly ref: number }
  | {
      readonly type: 'paint';
      readonly stage: number;
      /** Comes back when it is painted. */
      readonly order: number;
      readonly width: number;
      readonly height: number;
      /** A `Scene`, its arrays named: see refs.ts. */
      readonly scene: unknown;
    }
  | { readonly type: 'close'; readonly stage: number }
  /** The stages as painted, side by side. */
  | { readonly type: 'png'; readonly id: number; readonly stages: readonly number[] };

export type FromDrawing =
  /** The picture, for the page to show. */
  | {
      readonly type: 'painted';
      readonly stage: number;
      readonly order: number;
      readonly bitmap: ImageBitmap;
      readonly ms: number;
    }
  | { readonly type: 'failed'; readonly stage: number; readonly order: number; readonly message: string }
  | { readonly type: 'png'; readonly id: number; readonly blob: Blob }
  | { readonly type: 'no-png'; readonly id: number; readonly message: string };
