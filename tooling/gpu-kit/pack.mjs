/**
 * `npm run bench:gpu-kit -- [--models DIR] [--out FILE] [--with PACKAGE]... [--conformance DIR] [--vulkan]`: packs into one archive what a
 * bare machine with a GPU and no network needs to run the command line, its checks and its benchmarks; see README.md.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const peers = ['onnxruntime-node', 'onnxruntime-common'];
const vulkan = ['libvulkan1', 'libegl1', 'libglvnd0', 'libopengl0', 'libgl1', 'libglx0', 'libgles2'];

/** @param {string} line */
const say = (line) => process.stderr.write(`gpu-kit: ${line}\n`);

const { values } = parseArgs({
  options: {
    models: { type: 'string', default: join(root, 'packages/models/weights') },
    conformance: { type: 'string' },
    out: { type: 'string', default: 'gpu-kit.tar.xz' },
    with: { type: 'string', multiple: true, default: [] },
    'no-node': { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    vulkan: { type: 'boolean', default: false },
  },
});

/**
 * The folder of an installed package, found as the program finds it; undefined where it is not installed.
 * @param {string} name
 */
function packageFolder(name) {
  const paths = createRequire(join(root, 'apps/cli/package.json')).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}

/**
 * Whether a file is of use on a machine of this kind: what packages bring for other systems is most of their size.
 * @param {string} path
 */
function isForHere(path) {
  if (path.endsWith('.map')) return false;
  const systems = ['darwin', 'linux', 'win32'].filter((system) => system !== process.platform);
  const machines = ['x64', 'arm64'].filter((machine) => machine !== process.arch);
  const parts = path.split(/[\\/]/);
  const binary = parts.findIndex((part) => part === 'bin' || part === 'dist');
  return !(
    binary >= 0 &&
    parts
      .slice(binary)
      .some((part) => [...systems, ...machines].some((foreign) => part.split('-').includes(foreign)))
  );
}

/**
 * Copies packages and all that they depend on.
 * @param {readonly string[]} names
 * @param {string} to
 */
function copyPackages(names, to) {
  const wanted = new Set(names);
  for (const name of wanted) {
    const from = packageFolder(name);
    if (from === undefined) {
      say(`${name} is not installed, and left out`);
      continue;
    }
    const target = join(to, name);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target, {
      recursive: true,
      dereference: true,
      filter: (path) => isForHere(path.slice(from.length)),
    });
    const { dependencies = {} } = createRequire(import.meta.url)(join(from, 'package.json'));
    // What peers need to be installed is not what they need to run.
    if (!peers.includes(name)) for (const dependency of Object.keys(dependencies)) wanted.add(dependency);
  }
}

/** What the reports of the other machine say of what was measured: it has neither a checkout nor a registry. */
function about() {
  const names = ['webgpu', ...(values['no-peers'] ? [] : peers), ...values.with];
  const versions = names.map((name) => {
    const from = packageFolder(name);
    return [name, from && createRequire(import.meta.url)(join(from, 'package.json')).version];
  });
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    if (changed)
      say('the checkout has changes that are not committed; reports will name the commit below them');
    return { commit: git('rev-parse', 'HEAD'), changed, versions: Object.fromEntries(versions) };
  } catch {
    return { commit: null, changed: false, versions: Object.fromEntries(versions) };
  }
}

/** @param {string} stage */
function fill(stage) {
  say('building the command line');
  execFileSync(
    process.execPath,
    [join(root, 'tooling/build/program.mjs'), 'src/main.ts', join(stage, 'roentgen.js')],
    {
      cwd: join(root, 'apps/cli'),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  rmSync(join(stage, 'roentgen.js.map'), { force: true });
  writeFileSync(join(stage, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(stage, 'kit.json'), `${JSON.stringify(about(), null, 2)}\n`);
  copyPackages(['webgpu', ...(values['no-peers'] ? [] : peers), ...values.with], join(stage, 'node_modules'));
  for (const file of ['run.sh', 'measure.mjs', 'torch_bench.py', 'README.md'])
    cpSync(join(here, file), join(stage, file));
  if (!values['no-node']) {
    mkdirSync(join(stage, 'bin'));
    cpSync(process.execPath, join(stage, 'bin/node'), { dereference: true });
  }
  cpSync(resolve(values.models), join(stage, 'models'), { recursive: true });
  if (values.conformance !== undefined)
    cpSync(resolve(values.conformance), join(stage, 'conformance'), { recursive: true });
  if (values.vulkan) fetchVulkan(join(stage, 'debs'));
}

/**
 * The Vulkan loader, as Debian's packages: a driver of NVIDIA's in a container comes without.
 * @param {string} folder
 */
function fetchVulkan(folder) {
  mkdirSync(folder);
  try {
    execFileSync('apt-get', ['download', '-qq', ...vulkan], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    say(`no Vulkan loader is packed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'roentgen-gpu-kit-'));
try {
  const stage = join(folder, 'gpu-kit');
  mkdirSync(stage);
  fill(stage);
  const out = resolve(values.out);
  const compress = out.endsWith('.xz') ? ['-I', 'xz -T0 -6', '-cf'] : ['-czf'];
  execFileSync('tar', ['-C', folder, ...compress, out, 'gpu-kit'], { stdio: 'inherit' });
  say(
    `${out}: ${(statSync(out).size / 1e6).toFixed(1)} MB, ${readdirSync(join(stage, 'models')).length} files of models`,
  );
  say(`there: tar -xf ${values.out.split(/[\\/]/).at(-1)} && bash gpu-kit/run.sh --out results`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
