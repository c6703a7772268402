import type { Device } from '../device/device.ts';

/**
 * The adapter that tunings belong to: everything it says of itself, the driver's version among it where the browser tells it, since a
 * driver's compiler decides what is fast.
 */
export function adapterName({ info }: Pick<Device, 'info'>): string {
  const { vendor, architecture, device, description } = info;
  return [vendor, architecture, device, description].filter((part) => part !== '').join(' | ');
}

/** The kind of adapter that shipped tunings are for, whatever the version of its driver. */
export function adapterKind({ info, caps }: Pick<Device, 'info' | 'caps'>): string {
  if (caps.software && info.vendor === 'mesa') return 'lavapipe';
  if (caps.software && /swiftshader/i.test(`${info.architecture} ${info.description}`)) return 'swiftshader';
  return `${info.vendor} ${info.architecture}`;
}
