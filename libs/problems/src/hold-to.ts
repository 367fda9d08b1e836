import { Problem, type Fault } from './problem.js';

/** What no schema says of a value: a rule over several of its fields, or a name that has to be known. */
export interface Rule<Value = unknown> {
  /** JSON pointers to what it looks at. Where something there is at fault already, it has nothing to say. */
  readonly reads: readonly string[];
  /** Throws a Problem. */
  check(value: Value): void;
}

/**
 * Holds a value to every rule before it is refused, so that whoever sent it hears of all faults at once.
 *
 * @param known what is at fault already, as its schema tells
 * @throws Problem the one that is broken; of several `validation-failed`, or the code that they share, with the faults of all
 */
export function holdTo<Value>(
  value: Value,
  rules: readonly Rule<NoInfer<Value>>[],
  known: readonly Fault[] = [],
): void {
  const faults = [...known];
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (faults.some(({ pointer }) => rule.reads.some((read) => isAbout(pointer, read)))) continue;
    const problem = refusalBy(rule, value);
    if (!problem) continue;
    problems.push(problem);
    faults.push(...faultsOf(problem));
  }
  const [only] = problems;
  if (known.length === 0 && only && problems.length === 1) throw only;
  if (faults.length === 0) return;
  const codes = new Set([
    ...(known.length > 0 ? ['validation-failed'] : []),
    ...problems.map(({ code }) => code),
  ]);
  throw new Problem(only && codes.size === 1 ? only.code : 'validation-failed', { errors: faults });
}

function refusalBy<Value>(rule: Rule<Value>, value: Value): Problem | undefined {
  try {
    rule.check(value);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function faultsOf({ code, message, extras }: Problem): readonly Fault[] {
  return extras.errors ?? [{ pointer: '', code, detail: message }];
}

/** The very thing, something in it, or what it stands in. */
function isAbout(pointer: string, read: string): boolean {
  return pointer === read || pointer.startsWith(`${read}/`) || read.startsWith(`${pointer}/`);
}
