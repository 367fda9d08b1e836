import { expect } from 'vitest';
import type { TestApp } from '../test-app.js';
import { contentsOf } from './contents.js';
import { expectedAnswers } from './expected-answers.js';
import type { Household } from './household.js';
import { everyRoute, walk, type Walker } from './walk.js';

/** Walks every route: each answers as the table says, and nothing that is kept anywhere has changed. */
export async function expectWalk(on: TestApp, household: Household, walker: Walker) {
  const before = await contentsOf(on);
  const walked = await expectAnswers(on, household, walker);
  expect(await contentsOf(on)).toEqual(before);
  return walked;
}

/** Walks the routes: each answers as the table says. What is kept anywhere is for the caller to compare, over many walks. */
export async function expectAnswers(on: TestApp, household: Household, walker: Walker) {
  const walked = await walk(on, walker, household.ids);
  const { routes = everyRoute, column } = walker;
  const expected = routes.map(({ operation }) => [operation, expectedAnswers.get(operation)?.[column]]);
  expect(walked.answers).toEqual(Object.fromEntries(expected));
  return walked;
}
