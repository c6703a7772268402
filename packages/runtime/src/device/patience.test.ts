import { expect, test } from 'vitest';
import { Patience } from './patience.ts';

test('rests for less than the shortest of the last three runs, once two are known', () => {
  const patience = new Patience(true);
  expect(patience.rest).toBe(0);
  patience.learn(900);
  expect(patience.rest).toBe(0);
  patience.learn(100);
  expect(patience.rest).toBeCloseTo(90);
  patience.learn(300);
  patience.learn(200);
  expect(patience.rest).toBeCloseTo(90);
  patience.learn(400);
  expect(patience.rest).toBeCloseTo(180);
});

test('a run that grows shorter is slept through less and less', () => {
  const patience = new Patience(true);
  patience.learn(100);
  patience.learn(100);
  // What is slept is the least that can be seen, so each run teaches a tenth.
  for (let i = 0; i < 40; i++) patience.learn(Math.max(20, patience.rest));
  expect(patience.rest).toBeLessThan(20.1);
});

test('short runs, and places where waiting costs nothing, are not slept through', () => {
  const short = new Patience(true);
  short.learn(3);
  short.learn(3);
  expect(short.rest).toBe(0);
  const browser = new Patience(false);
  browser.learn(500);
  browser.learn(500);
  expect(browser.rest).toBe(0);
});
