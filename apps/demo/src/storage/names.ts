/** Names in the browser's Cache Storage, which all pages of an origin share. */

/** Weights, under their hashes: an origin with several copies of the site stores them once. */
export const weightsCache = 'roentgen-weights';

/** The runtime's rankings of kernels (`browserStore` of `@roentgen/runtime`). */
export const tuningCache = 'roentgen';

/** The code of the site in this folder, before the version of the build. */
export const pageCachePrefix = (folder: string): string => `roentgen-page ${new URL(folder).pathname} `;
