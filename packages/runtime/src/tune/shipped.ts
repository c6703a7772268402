import { type Archive, readArchive } from './archive.ts';
import text from './shipped.json?raw';

/** Rankings that differ from what the cost model expects, by kind of adapter; `npm run tune:defaults` makes them. */
export const shipped: Archive = readArchive(text);
