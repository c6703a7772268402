import { expect, it } from 'vitest';
import { reading, withRole } from './roles.ts';

it('a role has one channel, and "only" has no company', () => {
  const roles = ['nucleus', 'cytoplasm', null] as const;
  expect(withRole(roles, 2, 'nucleus')).toEqual([null, 'cytoplasm', 'nucleus']);
  expect(withRole(roles, 1, 'only')).toEqual([null, 'only', null]);
  expect(withRole([null, 'only', null], 0, 'nucleus')).toEqual(['nucleus', null, null]);
  expect(withRole(roles, 0, null)).toEqual([null, 'cytoplasm', null]);
  expect(withRole([null, 'only'], 0, null)).toEqual([null, 'only']);
});

it('says what becomes of the roles', () => {
  expect(reading(['nucleus', 'cytoplasm', 'dic']).text).toMatch(/nuclei tell/);
  expect(reading(['nucleus', null]).text).toMatch(/one channel/);
  expect(reading(['dic']).text).toMatch(/not trained on DIC/);
  expect(reading([null, null])).toMatchObject({ usable: false });
});
