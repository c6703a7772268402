import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import type { CommonOptions } from './context.ts';
import { CommanderError, program, usageError } from './program.ts';

/** Parses arguments without running the command they name. */
async function parse(...args: string[]): Promise<CommonOptions> {
  let seen: CommonOptions | undefined;
  const root = program(async (options) => {
    seen = options;
  });
  await root.parseAsync(args, { from: 'user' });
  return seen ?? {};
}

/** The usage error that arguments give. */
async function refusal(...args: string[]) {
  try {
    await parse(...args);
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error);
    return error as Error & { code: string; hint?: string };
  }
  throw new Error(`'${args.join(' ')}' was understood`);
}

function commandsBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(commandsBelow)];
}

test('the help of every command', async () => {
  const root = program(async () => {});
  const shown = commandsBelow(root).filter((command) => command.name() !== 'conformance-worker');
  const text = shown
    .map((command) => command.configureHelp({ helpWidth: 100 }).helpInformation())
    .join('\n----\n');
  await expect(text).toMatchFileSnapshot('./help.txt');
});

test('the contract of the design is understood as it is written there', async () => {
  const lines = [
    'doctor',
    'inspect MODEL.onnx',
    'run MODEL.onnx --input a=A.npy --input b=B.npy --out DIR --dtype f16 --profile FILE',
    'conformance DIR --only FILE',
    'classify FILE1 FILE2 --model F --map DIR',
    'upscale IN -o OUT.nii.gz --scale 2 --ensemble --reference FILE',
    'segment IMAGE -o LABELS.tif --features CELLS.csv --rois CELLS.zip --model F',
    'segment --nucleus F --cytoplasm F --dic F -o LABELS.tif',
    'evaluate pneumonia DIR --fold NAME --model F',
    'evaluate pneumonia DIR --fold test --choose-on val',
    'evaluate super-resolution FILE1 FILE2 --scale 4 --ensemble',
    'evaluate cell-segmentation DIR --fold NAME',
    'bench --suite models --peers --filter TEXT --compare FILE',
    'bench --suite models --chrome --peers',
  ];
  for (const line of lines)
    expect(await parse(...line.split(' '), '--json'), line).toMatchObject({ json: true });
  expect(await parse('bench', '--json', 'FILE')).toMatchObject({ json: 'FILE' });
  const without = await parse(...'run M --out D --without dead-code --without place-concat'.split(' '));
  expect(without).toMatchObject({ without: ['dead-code', 'place-concat'] });
  expect(await parse('bench', '--chrome', '--peers', 'tfjs-webgpu')).toMatchObject({ peers: 'tfjs-webgpu' });
  expect(await parse('bench', '--batch', '1,8', '--size', '256')).toMatchObject({
    batch: [1, 8],
    size: [256],
  });
});

describe('bad usage is told with a way out', () => {
  const cases: readonly [args: string, message: RegExp, hint: RegExp][] = [
    ['', /no command/, /--help/],
    ['evaluate', /no command/, /--help/],
    ['inpsect x', /unknown command 'inpsect'/, /Did you mean inspect\?/],
    ['evaluate pneumoni x', /unknown command 'pneumoni'/, /Did you mean pneumonia\?/],
    ['doctor --jsn', /unknown option '--jsn'/, /Did you mean --json\?/],
    ['doctor too many', /too many arguments/, /--help/],
    ['inspect', /missing required argument 'MODEL'/, /--help/],
    ['run m.onnx', /required option '--out <DIR>'/, /--help/],
    ['run m.onnx --out d --dtype f64', /'f64' is invalid/, /--help/],
    ['run m.onnx --out d --input noequals', /NAME=VALUE/, /--help/],
    ['run m.onnx --out d --input a=1 --input a=2', /'a' is given twice/, /--help/],
    ['inspect m.onnx --shape x=1,-3', /whole numbers/, /--help/],
    ['inspect m.onnx --without fusion', /The passes are dead-code, /, /--help/],
    ['upscale a -o b.nii --scale 3', /'3' is invalid/, /--help/],
    ['upscale a -o b.nii', /required option '--scale/, /--help/],
    ['doctor --adapter vulkan', /'vulkan' is invalid/, /--help/],
    ['bench --rounds 0', /at least 1/, /--help/],
    ['bench --batch 1,two', /whole number of at least 1/, /--help/],
    ['bench --suite layers', /'layers' is invalid/, /--help/],
    ['segment -o l.tif', /no picture/, /IMAGE/],
    ['segment a.tif --nucleus n.tif -o l.tif', /exclude each other/, /IMAGE/],
    ['segment --nucleus n.tif -o l.tif', /--cytoplasm is missing/, /IMAGE/],
  ];
  test.each(cases)('%s', async (args, message, hint) => {
    const error = await refusal(...args.split(' ').filter((part) => part !== ''));
    expect(error).toMatchObject({ code: 'usage' });
    expect(error?.message).toMatch(message);
    expect(error?.hint).toMatch(hint);
  });
});
