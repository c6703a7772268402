import { RoentgenError } from './errors.ts';
import type { DeviceCaps } from './kernel.ts';

/**
 * Workgroups for `invocations` items of work in a row: rows of at most `gridSide` groups. A shader finds its item as
 * `id.x + id.y * groups.x * WORKGROUP` (with `@builtin(num_workgroups) groups`) and returns when that is past the end.
 */
export function grid1d(
  invocations: number,
  workgroup: number,
  caps: DeviceCaps,
): readonly [number, number, number] {
  const groups = Math.max(1, Math.ceil(invocations / workgroup));
  const side = caps.limits.gridSide;
  if (groups <= side) return [groups, 1, 1];
  const rows = Math.ceil(groups / side);
  if (rows > side)
    throw new RoentgenError(
      'memory',
      `${invocations} invocations are more than this GPU's grid holds (${side} x ${side} workgroups of ${workgroup})`,
    );
  return [Math.ceil(groups / rows), rows, 1];
}
