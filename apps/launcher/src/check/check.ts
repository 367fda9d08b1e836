import type { Config } from '../config.js';
import { journeys } from './journeys.js';
import type { Part, PartResult, Scope, Stage } from './part.js';
import { specs } from './specs.js';
import { staticChecks } from './static-checks.js';

interface Finished extends PartResult {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Runs every part, whatever became of the others.
 *
 * @param scope.thorough also what is rare or long, and more samples of what is drawn at random (ADR 680)
 * @returns the exit code: 0 only when nothing failed
 */
export async function check(config: Config, { thorough }: Scope): Promise<number> {
  const finished = await finishStages(staticChecks(config.inherited));
  // The workspace is built: a start from this clone may go on, and one of the specs is such a start.
  process.send?.('built');
  finished.push(await finish({ name: 'specs', run: () => specs(config, { thorough }) }));
  finished.push(await finish({ name: 'journeys', run: () => journeys(config, { thorough }) }));
  console.log(['', table(finished), ...toLookAt(finished), sum(finished)].join('\n'));
  return finished.some((part) => part.failed > 0) ? 1 : 0;
}

async function finishStages(stages: readonly Stage[]): Promise<Finished[]> {
  const finished: Finished[] = [];
  for (const lanes of stages) finished.push(...(await Promise.all(lanes.map(finishAll))).flat());
  return finished;
}

async function finishAll(lane: readonly Part[]): Promise<Finished[]> {
  const finished: Finished[] = [];
  for (const part of lane) finished.push(await finish(part));
  return finished;
}

async function finish(part: Part): Promise<Finished> {
  console.log(`\n== ${part.name}`);
  const startedAt = Date.now();
  const result = await part.run().catch((error: unknown): PartResult => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  if (result.output) console.log(`\n${part.name}:\n${result.output}`);
  return { ...result, name: part.name, seconds: (Date.now() - startedAt) / 1000 };
}

function table(parts: readonly Finished[]): string {
  const width = Math.max(...parts.map((part) => part.name.length));
  return parts.map((part) => row(part, width)).join('\n');
}

function row(part: Finished, width: number): string {
  const tests = part.passed + part.failed + part.skipped;
  const counts = tests > 1 ? `${part.passed} of ${tests}` : '';
  const cells = [
    part.failed > 0 ? 'FAILED' : 'ok    ',
    part.name.padEnd(width),
    `${part.seconds.toFixed(1).padStart(6)} s`,
    counts,
    part.note ?? '',
  ];
  return cells.join('  ').trimEnd();
}

function toLookAt(parts: readonly Finished[]): string[] {
  return parts.flatMap(({ failures = [], unsteady = [] }) => [
    ...unsteady.map((line) => `UNSTEADY  ${line}`),
    ...failures.map((line) => `FAILED  ${line}`),
  ]);
}

/** The line that machines read: it stands alone and last. */
export function sum(parts: readonly PartResult[]): string {
  const total = (key: 'passed' | 'failed' | 'skipped'): number =>
    parts.reduce((count, part) => count + part[key], 0);
  return `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`;
}
