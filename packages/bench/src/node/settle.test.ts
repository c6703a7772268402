import { expect, test } from 'vitest';
import { collector } from './settle.ts';

test('what is let go of is finalized before it goes on', async () => {
  const finalized: string[] = [];
  const registry = new FinalizationRegistry<string>((name) => finalized.push(name));
  const settle = collector();
  (() => registry.register({ device: new Float32Array(1000) }, 'device'))();
  await settle();
  expect(finalized).toEqual(['device']);
});
