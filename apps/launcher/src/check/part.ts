import { stripVTControlCharacters } from 'node:util';

/** How a part of the checks ended. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What a person needs to see when it failed. */
  readonly output?: string;
  /** The tests that failed, a line each: said once more at the end, where a person looks first. */
  readonly failures?: readonly string[];
  /** The tests that passed only at a second attempt. */
  readonly unsteady?: readonly string[];
  /** What was left out, and why. */
  readonly note?: string;
}

/** How far the tests go. */
export interface Scope {
  readonly thorough: boolean;
}

/** Something that `npm test` finds out. */
export interface Part {
  readonly name: string;
  readonly run: () => Promise<PartResult>;
}

/** Lanes that go on side by side; the parts of each one after the other. */
export type Stage = readonly (readonly Part[])[];

/** A check that either holds or does not: it counts only when it fails, so that the sum is one of tests. */
export function verdict({ code, output }: { readonly code: number; readonly output: string }): PartResult {
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, ...(code === 0 ? {} : { output }) };
}

/** @param message as a runner gives it: several lines, in colours */
export function failure(place: string, name: string, message = ''): string {
  const [first = ''] = stripVTControlCharacters(message).trim().split('\n');
  return [place, name, first].filter((part) => part !== '').join(' › ');
}
