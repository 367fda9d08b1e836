import path from 'node:path';
import { root } from '../config.js';
import { run, runNode, type Finished } from '../run.js';

/** Something that is written from the sources and committed. */
export interface Generator {
  readonly name: string;
  /** Patterns of the files that it writes. */
  readonly writes: readonly string[];
  run(): Promise<Finished>;
}

const node =
  (...args: string[]) =>
  () =>
    runNode(args);

/** In the order in which they build on each other: each works on what the ones before it wrote, compiled. */
export const generators: readonly Generator[] = [
  {
    name: 'problems',
    writes: ['docs/problems.md'],
    run: node('--eval', "(await import('./libs/problems/dist/generate.js')).generateProblems()"),
  },
  {
    name: 'event types',
    writes: [
      'libs/events/src/validators.gen.ts',
      'libs/events/src/*/frozen/*.json',
      'libs/words/messages/*.json',
    ],
    run: node('--eval', "(await import('./libs/events/dist/generate.js')).generateEvents()"),
  },
  {
    name: 'marks',
    writes: ['apps/web/src/ui/event-marks.gen.ts'],
    run: node('apps/web/build/event-marks.mjs'),
  },
  {
    name: 'last resort',
    writes: ['apps/web/src/i18n/last-resort.gen.ts'],
    run: node('apps/web/build/last-resort.mjs'),
  },
  {
    name: 'database',
    writes: ['db/schema.sql', 'libs/db/src/schema.gen.ts'],
    run: node('db/dist/generate.js'),
  },
  {
    name: 'OpenAPI',
    writes: ['openapi.json'],
    run: node('apps/api/dist/write-openapi.js'),
  },
  {
    name: 'web client',
    writes: ['apps/web/src/api/schema.gen.ts'],
    run: () => run('npm', ['run', '--silent', 'gen'], { cwd: path.join(root, 'apps/web') }),
  },
];
