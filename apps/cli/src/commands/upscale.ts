import { RoentgenError } from '@roentgen/kernels';
import {
  checkOvershoot,
  checkVolume,
  enforce,
  type InputCheck,
  loadSuperResolver,
  measureOvershoot,
  niftiStream,
  superResolutionCard,
  type Volume,
  valueRange,
} from '@roentgen/models';
import { Option } from 'commander';
import type { CommonOptions, Context } from '../context.ts';
import { command, type Registration, wholeNumber } from '../register.ts';
import { checkReference, compareWith, type QualityRow } from '../systems/compare.ts';
import { withHost } from '../systems/host.ts';
import { cardJson, cardText, checkLines } from '../systems/text.ts';
import { readVolume } from '../systems/volumes.ts';
import { table } from '../text/table.ts';

interface UpscaleOptions extends CommonOptions {
  readonly output: string;
  readonly scale: '2' | '4';
  readonly stack?: number;
  readonly ensemble?: boolean;
  readonly limit?: boolean;
  readonly reference?: string;
  readonly force?: boolean;
}

export const upscaleCommand: Registration = (parent, perform) => {
  command(parent, 'upscale <IN>', 'a CT or MR volume (NIfTI, a DICOM file or folder) at 2x or 4x')
    .requiredOption('-o, --output <OUT.nii.gz>', 'the NIfTI file to write; .nii is not packed')
    .addOption(scaleOption())
    .option('--stack <n>', 'of several DICOM series, stacks or time points in IN: which one', wholeNumber(1))
    .option('--ensemble', 'average over flips and turns: 6 times the work')
    .option('--limit', 'hold each voxel to the input around it, and a tenth of the window')
    .option('--reference <FILE>', 'compare with the volume that IN was reduced from: PSNR and SSIM')
    .option('--force', 'enlarge what the checks of the input refuse')
    .action((input: string, options: UpscaleOptions) =>
      perform(options, (context) => upscale(context, input, options)),
    );
};

/** --scale, without which there is no telling what is wanted. */
export function scaleOption(): Option {
  return new Option('--scale <n>', 'how many times finer').choices(['2', '4']).makeOptionMandatory();
}

async function upscale(context: Context, input: string, options: UpscaleOptions): Promise<undefined> {
  const { output, reference, stack } = options;
  if (!/\.nii(\.gz)?$/i.test(output))
    throw new RoentgenError('usage', `'${output}' is no name for a NIfTI file`, {
      hint: 'end it in .nii.gz or .nii',
    });
  await context.outputs.keepApart([output], [input, reference]);
  await context.outputs.checkFile(output);
  const scale = options.scale === '2' ? 2 : 4;
  const volume = await readVolume(context, input, stack === undefined ? {} : { stack });
  const truth = reference === undefined ? undefined : await readVolume(context, reference);
  if (truth !== undefined) checkReference(truth, volume, scale);
  const inputChecks = checkVolume(volume, scale);
  enforce(`'${input}'`, inputChecks, options.force === true);
  const result = await enlarged(context, volume, scale, options);
  const overshoot = beyondInput(volume, result);
  const checks = [...inputChecks, overshoot.check];
  context.progress.stage('writing');
  const bytes = niftiStream(result, { gzip: /\.gz$/i.test(output) });
  await context.outputs.write([{ path: output, bytes }], context.signal);
  const rows = truth === undefined ? [] : compareWith(truth, volume, result, scale);
  const shape = [result.width, result.height, result.depth];
  const answer = {
    ...cardJson(superResolutionCard, undefined),
    file: output,
    scale,
    shape,
    spacing: result.spacing,
    checks,
    overshoot: overshoot.json,
    ...(rows.length === 0 ? {} : { rows }),
  };
  await context.answer(answer, text(output, result, checkLines(checks), rows));
  return undefined;
}

/** Where the result goes beyond the input around it: the check, and counts and the worst place for JSON. */
function beyondInput(volume: Volume, result: Volume): { readonly check: InputCheck; readonly json: object } {
  const found = measureOvershoot(volume, result, valueRange(volume));
  const { places, ...json } = found;
  return { check: checkOvershoot(found), json };
}

function enlarged(
  context: Context,
  volume: Volume,
  scale: 2 | 4,
  { ensemble, limit }: UpscaleOptions,
): Promise<Volume> {
  return withHost(context, undefined, async (host) => {
    using resolver = await loadSuperResolver(host, scale);
    return await resolver.upscale(volume, {
      ensemble: ensemble === true,
      limit: limit === true,
      signal: context.signal,
      onProgress: ({ stage, done, total }) =>
        context.progress.stage(stage === 'plane' ? 'enlarging slices' : 'enlarging depth', done, total),
    });
  });
}

function text(
  file: string,
  { width, height, depth, spacing }: Volume,
  remarks: readonly string[],
  rows: readonly QualityRow[],
): string {
  const size = `${width} x ${height} x ${depth} voxels of ${spacing.map((step) => step.toFixed(3)).join(' x ')} mm`;
  return `${file}: ${size}\n${remarks.map((line) => `${line}\n`).join('')}${rows.length === 0 ? '' : qualityTable(rows)}${cardText(superResolutionCard, undefined)}`;
}

/** PSNR and SSIM under each other. */
export function qualityTable(
  rows: readonly { readonly method: string; readonly psnr: number; readonly ssim: number }[],
): string {
  const columns = [
    { title: 'method' },
    { title: 'PSNR dB', align: 'right' as const },
    { title: 'SSIM', align: 'right' as const },
  ];
  return table(
    columns,
    rows.map(({ method, psnr, ssim }) => [method, psnr.toFixed(2), ssim.toFixed(4)]),
  );
}
