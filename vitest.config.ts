import { defineConfig } from 'vitest/config';

// Packages are taken from their source, through the `source` condition of their exports, so that no test
// ever runs against a stale build.
const resolve = { conditions: ['source', 'node', 'import', 'module', 'default'] };
const project = (name: string, include: string[], extra: object = {}) => ({
  resolve,
  ssr: { resolve },
  test: { name, include, environment: 'node', ...extra },
});

// A software adapter uses every core by itself; GPU files in parallel would only wait for each other.
const alone = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      project('pure', ['{packages,apps}/*/src/**/*.test.ts', 'tooling/**/*.test.ts']),
      project('gpu', ['{packages,apps}/*/gpu/**/*.test.ts'], alone),
      project('chrome', ['{packages,apps}/*/chrome/**/*.test.ts'], alone),
    ],
  },
});
