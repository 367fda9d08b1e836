import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './libs/testing/src/longest-first.ts';

/** Workspace libs are tested from source: the export condition spares a build. */
export default defineConfig({
  ssr: { resolve: { conditions: ['odolog-source'] } },
  // The web app's own paths, as in its tsconfig.
  resolve: {
    alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('apps/web/src/', import.meta.url)) }],
  },
  test: {
    globalSetup: 'libs/testing/src/global-setup.ts',
    include: ['{apps,libs}/*/{src,test}/**/*.spec.ts', 'db/{src,test}/**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'apps/web/e2e/**'],
    // Twice the cores of a build machine: specs wait for PostgreSQL, for processes that they start, and for clocks.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Specs leave nothing behind in their process: loading Nest once a worker, not once a file, spares 40 % of the work.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['{apps/api,apps/launcher,apps/worker,libs/*,db}/src/**/*.ts'],
      exclude: ['**/*.spec.ts', '**/*.gen.ts'],
      reporter: ['text-summary', 'html'],
      // What all specs together reach must not sink: raise it with what they reach, never lower it.
      thresholds: { statements: 92, branches: 88, functions: 93, lines: 93 },
    },
    tags: [{ name: 'thorough', description: 'Rare, or long: left to `npm run test:thorough`.' }],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is polled for is there within moments, but not within the one second that is the default when both cores are busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
