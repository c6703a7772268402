import { expect, it } from 'vitest';
import { heat, labelColour } from '../drawing/colours.ts';
import { shortfallsOf } from '../worker/adapter.ts';
import { lostError, plainError } from '../worker/errors.ts';
import { adviceFor } from './obstacle.tsx';
import { stageText, stoppingText, timeLeft } from './progress.tsx';
import { stoppedText } from './stopped.ts';
import { size } from './systems.ts';

it('says where work is, with bytes or counts where they are known', () => {
  expect(stageText({ stage: 'download', done: 3_200_000, total: 7_511_253, what: 'a.onnx' })).toBe(
    'Fetching a.onnx: 3.2 MB of 7.5 MB',
  );
  expect(stageText({ stage: 'compile', done: 12, total: 48 })).toBe('Compiling kernels 12 of 48');
  expect(stageText({ stage: 'run' })).toBe('Running the network');
  expect(stageText({ stage: 'time', what: 'conv/stem', done: 3, total: 42 })).toBe(
    'Timing conv/stem: 3 of 42',
  );
  expect(size(239_000)).toBe('239 kB');
});

it('counts slices and bytes of what is decoded', () => {
  const bytes = { done: 1_200_000, total: 16_800_000 };
  expect(stageText({ stage: 'decode', what: 'slices', done: 3, total: 32, bytes })).toBe(
    'Decoding slices: 3 of 32, 1.2 MB of 16.8 MB',
  );
  expect(stageText({ stage: 'decode', what: 'a.nii.gz', bytes })).toBe(
    'Decoding a.nii.gz, 1.2 MB of 16.8 MB',
  );
  expect(stageText({ stage: 'decode', what: 'a.dcm', bytes: { done: 0, total: 16_800_000 } })).toBe(
    'Decoding a.dcm, 16.8 MB',
  );
});

it('says what a stop waits for, where work is done in one piece, and what it stopped', () => {
  expect(stoppingText({ stage: 'decode', what: 'slices', done: 3, total: 32 })).toMatch(
    /piece of slices in work/,
  );
  expect(stoppingText({ stage: 'finish', what: 'the cells: the watershed' })).toMatch(/the watershed/);
  expect(stoppingText({ stage: 'run', done: 3, total: 32 })).toBe('Stopping…');
  expect(stoppedText('a.dcm', { stage: 'decode' }, 'The last result stays.')).toBe(
    'a.dcm: stopped while it was decoded. The last result stays.',
  );
});

it('says how long it will take only once that is known', () => {
  const progress = { stage: 'run', done: 10, total: 100 } as const;
  expect(timeLeft(progress, 2)).toBe('');
  expect(timeLeft({ ...progress, done: 0 }, 60)).toBe('');
  expect(timeLeft(progress, 4)).toBe('about 40 s left'); // 36 s, in fives
  expect(timeLeft(progress, 60)).toBe('about 9 min left');
  expect(timeLeft(progress, 3600)).toBe('about 9 h left');
});

it('gives each reason for no WebGPU its own fix', () => {
  const limits = {
    kind: 'small-limits',
    shortfalls: [{ limit: 'maxBufferSize', needs: 67_108_864, has: 1024 }],
  } as const;
  const all = [
    adviceFor({ kind: 'insecure' }),
    adviceFor({ kind: 'no-webgpu' }),
    adviceFor({ kind: 'no-adapter' }),
    adviceFor(limits),
  ];
  expect(new Set(all.map(({ title }) => title)).size).toBe(4);
  expect(all.every(({ steps }) => steps.length > 0)).toBe(true);
  expect(adviceFor(limits).why).toBe('maxBufferSize: needs 67,108,864, has 1,024.');
});

it('counts only limits that are too small', () => {
  const enough = {
    maxStorageBufferBindingSize: 2 ** 27,
    maxBufferSize: 2 ** 28,
    maxComputeInvocationsPerWorkgroup: 256,
    maxComputeWorkgroupStorageSize: 16384,
    maxStorageBuffersPerShaderStage: 8,
  };
  expect(shortfallsOf(enough)).toEqual([]); // WebGPU's guaranteed limits
  expect(shortfallsOf({ ...enough, maxBufferSize: 2 ** 20 })).toEqual([
    { limit: 'maxBufferSize', needs: 64 * 2 ** 20, has: 2 ** 20 },
  ]);
});

it('turns any error into words a person can use', () => {
  const typed = Object.assign(new Error('x.dcm: no codec'), {
    name: 'RoentgenError',
    code: 'unsupported',
    hint: 'convert it',
  });
  expect(plainError(typed)).toEqual({ code: 'unsupported', message: 'x.dcm: no codec', hint: 'convert it' });
  expect(plainError(new DOMException('no', 'AbortError')).code).toBe('aborted');
  const lost = plainError(new Error('A valid external Instance reference no longer exists.'));
  expect(lost).toEqual(lostError('A valid external Instance reference no longer exists.'));
  expect(lost.message).toMatch(/^Your picture and your results are still here/);
  expect(plainError(new RangeError('Array buffer allocation failed')).code).toBe('memory');
});

it('has a heat scale that only gets brighter, and labels of different colours', () => {
  const luminance = (value: number) =>
    heat(value).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const steps = Array.from({ length: 21 }, (_, i) => luminance(i / 20));
  expect(steps.every((value, i) => i === 0 || value > steps[i - 1])).toBe(true);
  expect(new Set(Array.from({ length: 40 }, (_, i) => labelColour(i + 1).join())).size).toBe(40);
});
