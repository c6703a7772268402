import { type Archive, readArchive } from './archive.ts';
import text from './shipped.json?raw';

/**
 * Rankings that differ from what the cost model expects, by kind of adapter; `npm run tune:defaults` makes them, and
 * packages/models/tools/tuning.test.ts holds them to the kernels there are.
 */
export const shipped: Archive = readArchive(text);
