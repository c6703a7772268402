/** Made by `vite.config.ts` from the folder of weights. */
declare module 'virtual:weights' {
  /** Every weights file of the site by name. */
  export const weights: import('./protocol.ts').Weights;
}
