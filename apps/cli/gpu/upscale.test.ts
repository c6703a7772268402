import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cropVolume, headPhantom, readNifti, writeNifti } from '@roentgen/models';
import { enhancedFile } from '@roentgen/tooling/dicom-frames';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Built } from './cli.ts';

let cli: Built;
let folder: string;
let input: string;

beforeAll(async () => {
  cli = await Built.create();
  folder = await mkdtemp(join(tmpdir(), 'roentgen-upscale-'));
  input = join(folder, 'head.nii');
  const head = cropVolume(headPhantom({ size: 0.3, voxel: 1.8 }), 24, 24, 12);
  await writeFile(input, await writeNifti(head, { gzip: false }));
});

afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

test('writes a volume twice as fine, in the type of the file', async () => {
  const output = join(folder, 'fine.nii.gz');
  const ended = await cli.run(['upscale', input, '-o', output, '--scale', '2', '--json']);
  expect(ended.code).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ scale: 2, shape: [48, 48, 24] });
  const { volume } = await readNifti(await readFile(output));
  expect(volume.stored.type).toBe('uint8');
  expect([volume.width, volume.height, volume.depth]).toEqual([48, 48, 24]);
  expect(volume.spacing[0]).toBeCloseTo(0.9, 5);
});

test('takes a DICOM file of several frames, one of its stacks by its number', async () => {
  const input = join(folder, 'enhanced.dcm');
  const output = join(folder, 'frames.nii');
  // Twelve slices of 24 x 24 at 3 mm in each of two stacks; the pixels of the second are 100 higher.
  const frames = ['A', 'B'].flatMap((stack) =>
    Array.from({ length: 12 }, (_, i) => ({ position: `-10\\-20\\${3 * i}`, stack })),
  );
  const pixels = frames.flatMap(({ stack }) =>
    Array.from({ length: 576 }, (_, i) => (stack === 'B' ? 100 : 0) + (i % 24)),
  );
  const size = { '00280010 US': [24], '00280011 US': [24] };
  await writeFile(input, enhancedFile(frames, pixels, size));
  const args = ['upscale', input, '-o', output, '--scale', '2', '--json'];
  const asked = await cli.run(args);
  expect(JSON.parse(asked.stdout).error).toMatchObject({
    code: 'usage',
    message: expect.stringContaining('holds 2 stacks (images: 1: 12 of stack A; 2: 12 of stack B)'),
    hint: 'choose one with --stack 1 to --stack 2',
  });
  expect((await cli.run([...args, '--stack', '2'])).code).toBe(0);
  const { volume } = await readNifti(await readFile(output));
  expect([volume.width, volume.height, volume.depth]).toEqual([48, 48, 24]);
  expect(volume.spacing).toEqual([0.125, 0.25, 1.5]);
  expect(volume.data.every((value) => value >= 95)).toBe(true);
});

test.each(['enlarging slices', 'enlarging depth', 'writing'])(
  'stopped while %s, leaves what was there',
  async (stage) => {
    const before = await readdir(folder);
    let sent = false;
    const ended = await cli.run(
      ['upscale', input, '-o', join(folder, 'stopped.nii.gz'), '--scale', '2', '--json'],
      {
        onMessage: (stderr, child) => {
          if (sent || !stderr.includes(stage)) return;
          sent = true;
          child.kill('SIGINT');
        },
      },
    );
    // Writing so little may be over before the signal comes: then the file is there, whole.
    const late = stage === 'writing' && ended.code === 0;
    expect(await readdir(folder)).toEqual(late ? [...before, 'stopped.nii.gz'] : before);
    if (!late) expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'aborted' } });
  },
);
