/** What run.sh runs: every check and benchmark in turn, each in a process of its own, and a table of how they went. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'results' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    reference: { type: 'string' },
    adapter: { type: 'string' },
  },
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });

const models = join(here, 'models');
const quick = (/** @type {string[]} */ ...args) => (values.quick ? args : []);
const adapter = values.adapter === undefined ? [] : ['--adapter', values.adapter];

/** @param {string[]} args */
const roentgen = (...args) => [process.execPath, join(here, 'roentgen.js'), ...args, '--quiet', ...adapter];
/** @param {string} name */
const file = (name) => join(out, `${name}.json`);
/** @param {string} name @param {string[]} more */
const networks = (name, ...more) =>
  roentgen(
    'bench',
    '--models',
    models,
    '--json',
    file(name),
    ...quick('--rounds', '3', '--starts', '1', '--filter', 'sr-d-x2'),
    ...more,
  );

/**
 * Each writes NAME.json: itself, or by its standard output.
 * @type {readonly { name: string, command: readonly string[], minutes: number, when?: boolean, prints?: true }[]}
 */
const steps = [
  { name: 'doctor', command: roentgen('doctor', '--json'), minutes: 1, prints: true },
  {
    name: 'kernels-right',
    command: roentgen('check', '--json', ...quick('--filter', 'softmax/')),
    minutes: 20,
    prints: true,
  },
  {
    name: 'golden',
    command: roentgen('check', '--golden', models, '--json', ...quick('--filter', 'sr-d-x2')),
    minutes: 10,
    when: existsSync(join(models, 'golden')),
    prints: true,
  },
  {
    name: 'conformance',
    command: roentgen('conformance', join(here, 'conformance'), '--json'),
    minutes: 20,
    when: existsSync(join(here, 'conformance')),
    prints: true,
  },
  {
    name: 'bench-kernels',
    command: roentgen(
      'bench',
      '--suite',
      'kernels',
      '--json',
      file('bench-kernels'),
      ...quick('--rounds', '3', '--filter', 'softmax/'),
    ),
    minutes: 20,
  },
  {
    name: 'bench-models',
    command: networks(
      'bench-models',
      ...(existsSync(join(here, 'node_modules/onnxruntime-node')) ? ['--peers'] : []),
    ),
    minutes: 20,
  },
  {
    name: 'bench-models-f16',
    command: networks('bench-models-f16', '--dtype', 'f16'),
    minutes: 10,
    when: !values.quick,
  },
  {
    name: 'bench-models-batch',
    command: networks('bench-models-batch', '--batch', '8,32', '--filter', 'densenet'),
    minutes: 10,
    when: !values.quick,
  },
  {
    name: 'bench-models-tuned',
    command: networks('bench-models-tuned', '--tune-file', file('tuning')),
    minutes: 20,
  },
  {
    name: 'torch',
    command: [
      'python3',
      join(here, 'torch_bench.py'),
      '--models',
      models,
      ...(values.reference === undefined ? [] : ['--reference', resolve(values.reference)]),
      ...quick('--rounds', '3', '--filter', 'sr-d-x2'),
      file('torch'),
    ],
    minutes: 20,
  },
];

/**
 * Runs a step; what it says goes to NAME.log, and what it answers to NAME.json.
 * @param {typeof steps[0]} step
 * @returns {Promise<{ name: string, status: number | string | null, seconds: number }>}
 */
function perform({ name, command, minutes, prints }) {
  const log = openSync(join(out, `${name}.log`), 'w');
  const answer = prints ? openSync(file(name), 'w') : log;
  const started = performance.now();
  const [program, ...args] = command;
  return new Promise((done) => {
    /** @param {number | string | null} status */
    const over = (status) => done({ name, status, seconds: (performance.now() - started) / 1000 });
    const child = spawn(program, args, { stdio: ['ignore', answer, log], timeout: minutes * 60_000 });
    child.on('error', ({ message }) => over(message));
    child.on('close', (code, signal) => over(code ?? signal));
  });
}

const wanted = values.only?.split(',');
const results = [];
for (const step of steps) {
  if (step.when === false || (wanted && !wanted.includes(step.name))) continue;
  const result = await perform(step);
  results.push(result);
  const verdict =
    result.status === 0
      ? 'done'
      : result.status === 3
        ? 'left out'
        : `failed (${result.status}): see ${step.name}.log`;
  console.log(`${step.name.padEnd(20)} ${result.seconds.toFixed(0).padStart(5)} s  ${verdict}`);
  // Written after every step, so that a machine that is taken away leaves what it did.
  writeFileSync(
    file('summary'),
    `${JSON.stringify({ date: new Date().toISOString(), quick: values.quick, steps: results }, null, 2)}\n`,
  );
}
process.exitCode = results.some(({ status }) => status !== 0 && status !== 3) ? 1 : 0;
