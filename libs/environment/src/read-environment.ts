import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables one after another and remembers which were bad, so that all are named together. */
export interface EnvironmentReader {
  /** The text of a variable, or of the file that `NAME_FILE` names. */
  readonly raw: (name: string) => string | undefined;
  /** `parse` returns undefined for what cannot be used. */
  readonly optional: <T>(name: string, parse: (text: string) => T | undefined) => T | undefined;
  /** An empty string, when it is bad: `refuseBad` speaks of it. */
  readonly required: (name: string, parse: (text: string) => string | undefined) => string;
  /** Names of variables that are missing or not usable; more may be added. */
  readonly bad: Set<string>;
  /** @throws Error that names every bad variable, never a value */
  readonly refuseBad: () => void;
}

/** Every variable may also be given as `NAME_FILE`, the path of a file that holds the value: secrets need not be variables. */
export function readEnvironment(environment: Environment): EnvironmentReader {
  const bad = new Set<string>();
  const raw = (name: string): string | undefined => {
    const file = environment[`${name}_FILE`];
    if (!file) return environment[name] || undefined;
    try {
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch {
      bad.add(`${name}_FILE`);
      return undefined;
    }
  };
  const optional = <T>(name: string, parse: (text: string) => T | undefined): T | undefined => {
    const text = raw(name);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) bad.add(name);
    return value;
  };
  const required = (name: string, parse: (text: string) => string | undefined): string => {
    const value = optional(name, parse);
    if (value === undefined && !bad.has(`${name}_FILE`)) bad.add(name);
    return value ?? '';
  };
  const refuseBad = (): void => {
    if (bad.size > 0) throw new Error(`Missing or not usable: ${[...bad].join(', ')}`);
  };
  return { raw, optional, required, bad, refuseBad };
}
