import type { Device } from '@roentgen/runtime';

/** What reports of a page call its adapter: the browser is part of it, since times differ between browsers on one GPU. */
export function pageAdapter({ info: { vendor, architecture, description } }: Device): string {
  const browser = /(Firefox|Chrome|Safari)/.exec(navigator.userAgent)?.[1] ?? 'browser';
  return [browser, vendor, architecture || description].filter((part) => part !== '').join(' ');
}
