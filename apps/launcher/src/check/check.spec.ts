import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../config.js';
import { sum } from './check.js';
import { countJourneys } from './journeys.js';
import { verdict } from './part.js';
import { countSpecs } from './specs.js';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };

test('a check that holds adds nothing to the sum, one that does not a failure', () => {
  const parts = [verdict({ code: 0, output: '' }), verdict({ code: 2, output: 'x' }), countSpecs(report, 0)];
  expect(sum(parts)).toBe('7 passed, 1 failed, 3 skipped');
});

test('a run that fails beside its tests is a failure', () => {
  expect(countSpecs(report, 1)).toMatchObject({ passed: 7, failed: 1 });
  expect(countSpecs(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countJourneys(undefined, 0)).toMatchObject({ failed: 1 });
});

test('a spec that is left to the thorough run is none that was skipped', () => {
  const skipped = { fullName: 'a fill holds', status: 'skipped', failureMessages: [] };
  const assertionResults = [
    { ...skipped, tags: ['thorough'] },
    { ...skipped, tags: [] },
  ];
  const testResults = [{ name: 'a.spec.ts', message: '', status: 'passed' as const, assertionResults }];
  expect(countSpecs({ ...report, testResults }, 0)).toMatchObject({ passed: 7, skipped: 2 });
});

test('a journey that passes only when it is repeated is named, and more than two are failures', () => {
  const specs = [
    { title: 'walks', tests: [{ status: 'flaky' as const, results: [{ error: { message: 'late' } }, {}] }] },
  ];
  const suites = [{ file: 'a.spec.ts', specs }];
  const of = (flaky: number) =>
    countJourneys({ stats: { expected: 3, unexpected: 0, flaky, skipped: 0 }, suites }, 0);
  expect(of(2)).toEqual({
    passed: 5,
    failed: 0,
    skipped: 0,
    failures: [],
    unsteady: ['a.spec.ts › walks › late'],
  });
  expect(of(3)).toEqual({ passed: 3, failed: 3, skipped: 0, failures: ['a.spec.ts › walks › late'] });
});

test('each spec that failed is named with its file and the first line of why', () => {
  const held = { fullName: 'a fill holds', status: 'passed', tags: [], failureMessages: [] };
  const broken = {
    fullName: 'a fill fails',
    status: 'failed',
    tags: [],
    failureMessages: ['\u001B[31mexpected 1\u001B[39m\n at'],
  };
  const testResults = [
    {
      name: path.join(root, 'libs/a.spec.ts'),
      status: 'failed',
      message: '',
      assertionResults: [held, broken],
    },
    { name: path.join(root, 'libs/b.spec.ts'), status: 'failed', message: 'no module', assertionResults: [] },
    { name: path.join(root, 'libs/c.spec.ts'), status: 'passed', message: '', assertionResults: [held] },
  ] as const;
  expect(countSpecs({ ...report, testResults }, 1).failures).toEqual([
    'libs/a.spec.ts › a fill fails › expected 1',
    'libs/b.spec.ts › no module',
  ]);
});

test('each journey that failed is named with its file and the first line of why', () => {
  const journey = (title: string, status: 'expected' | 'unexpected', message?: string) => ({
    title,
    tests: [{ status, results: [{ ...(message && { error: { message } }) }] }],
  });
  const inner = { file: 'a.spec.ts', specs: [journey('walks', 'unexpected', 'timed out\nat')] };
  const suites = [{ file: 'a.spec.ts', specs: [journey('stands', 'expected')], suites: [inner] }];
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
  expect(countJourneys({ stats, suites }, 1).failures).toEqual(['a.spec.ts › walks › timed out']);
});
