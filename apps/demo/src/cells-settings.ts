import type { WatershedSettings } from '@roentgen/models';

/** Whether two settings tell cells apart alike. */
export const sameSettings = (a: WatershedSettings, b: WatershedSettings): boolean =>
  (Object.keys(a) as (keyof WatershedSettings)[]).every((name) => a[name] === b[name]);
