/** Which adapters Dawn finds here. */
import { fileURLToPath } from 'node:url';
import { outputOf } from './run.mjs';

/** @typedef {{ vendor: string, architecture: string, description: string }} Adapter */

const probe = fileURLToPath(new URL('probe.mjs', import.meta.url));

/**
 * @param {'auto' | 'swiftshader'} choice
 * @returns {Adapter | null} null also when asking crashes
 */
export function adapter(choice) {
  return JSON.parse(outputOf(process.execPath, [probe, choice])?.trim().split('\n').at(-1) ?? 'null');
}

/**
 * The adapter of a driver that the system has, so not the SwiftShader that comes with Chrome.
 * @returns {Adapter | null}
 */
export function systemAdapter() {
  const found = adapter('auto');
  return found?.architecture === 'swiftshader' ? null : found;
}
