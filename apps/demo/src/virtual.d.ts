/** Made by `vite.config.ts` from the folder of weights. */
declare module 'virtual:weights' {
  /** Every weights file of the site by name. */
  export const weights: import('./protocol.ts').Weights;
}

/** Made by `vite.config.ts` from the checkout. */
declare module 'virtual:commit' {
  /** The commit that the site was built from; null outside a checkout. */
  export const commit: string | null;
}

declare module '*.css';

/** Put in by Vite. */
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}
