import { defineConfig } from 'vitest/config';

// Packages are taken from their source, through the `source` condition of their exports, so that no test
// ever runs against a stale build.
const resolve = { conditions: ['source', 'node', 'import', 'module', 'default'] };
const project = (name: string, include: string[], extra: object = {}) => ({
  resolve,
  ssr: { resolve },
  test: { name, include, environment: 'node', ...extra },
});

// A software adapter uses every core by itself; GPU files in parallel would only wait for each other. Each
// has a process of its own, where the driver can be chosen and a crash of it harms one file only.
const alone = { fileParallelism: false, pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      // Timing decides no test: five seconds, the default, pass in many on a machine that does something else too.
      project(
        'pure',
        [
          '{packages,apps}/*/{src,tools}/**/*.test.{ts,tsx}',
          'tooling/{build,imports,repository,setup}/**/*.test.ts',
        ],
        { testTimeout: 60_000 },
      ),
      project('gpu', ['{packages,apps}/*/gpu/**/*.test.ts', 'tooling/gpu-kit/*.test.ts'], alone),
      // The reduced suite on another adapter: what agrees with golden tensors has to agree there too.
      project('swiftshader', ['{packages,apps}/*/gpu/**/{golden,halves}*.test.ts'], {
        ...alone,
        env: { ROENTGEN_ADAPTER: 'swiftshader' },
      }),
      // Limits only end what hangs: a browser on two busy cores may take ten times as long as on idle ones.
      project('chrome', ['{packages,apps}/*/chrome/**/*.test.ts', 'tooling/chrome/**/*.test.ts'], {
        ...alone,
        testTimeout: 420_000,
        hookTimeout: 420_000,
      }),
    ],
  },
});
