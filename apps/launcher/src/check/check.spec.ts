import { expect, test } from 'vitest';
import { sum } from './check.js';
import { countJourneys } from './journeys.js';
import { verdict } from './part.js';
import { countSpecs } from './specs.js';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test('a check that holds adds nothing to the sum, one that does not a failure', () => {
  const parts = [verdict({ code: 0, output: '' }), verdict({ code: 2, output: 'x' }), countSpecs(report, 0)];
  expect(sum(parts)).toBe('7 passed, 1 failed, 3 skipped');
});

test('a run that fails beside its tests is a failure', () => {
  expect(countSpecs(report, 1)).toMatchObject({ passed: 7, failed: 1 });
  expect(countSpecs(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countJourneys(undefined, 0)).toMatchObject({ failed: 1 });
});

test('a journey that passes only when it is repeated is a failure', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  expect(countJourneys({ stats }, 0)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});
