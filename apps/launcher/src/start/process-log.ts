import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { withoutPrivate } from '@odolog/redaction';

const largestLogBytes = 20 * 1024 * 1024;
/** pino's level of an error. */
const errorLevel = 50;

/** Keeps what a process says in a file, without what is private in it; errors also go to `show`. */
export interface ProcessLog {
  /** `loud` lines (stderr) are shown as they are, others when they are errors. */
  follow(stream: Readable, loud: boolean): void;
}

/**
 * Appends to `<folder>/<name>.log`; one file before it is kept when it has grown large. While the disk is full, lines are
 * lost and the product goes on: whoever supervises must not fall with what is supervised.
 */
export function openProcessLog(folder: string, name: string, show: (line: string) => void): ProcessLog {
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > largestLogBytes) renameSync(file, `${file}.1`);
  let isWritable = true;
  let said = '';
  const write = (): void => {
    const lines = said;
    said = '';
    try {
      appendFileSync(file, lines);
      isWritable = true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (isWritable) show(`${file} cannot be written (${code}): what ${name} says is lost until it can`);
      isWritable = false;
    }
  };
  /** What was read at once is written at once. */
  const keep = (line: string): void => {
    if (said === '') queueMicrotask(write);
    said += `${line}\n`;
  };
  return {
    follow: (stream, loud) => {
      createInterface({ input: stream }).on('line', (words) => {
        const line = withoutPrivate(words);
        keep(line);
        const shown = loud ? line : errorWords(line);
        if (shown) show(`${name}: ${shown}`);
      });
    },
  };
}

function errorWords(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if ((entry.level ?? 0) < errorLevel) return undefined;
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  } catch {
    return undefined;
  }
}
