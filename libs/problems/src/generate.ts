import { writeFileSync } from 'node:fs';
import { problemsDocument } from './problems-document.js';

/** Writes docs/problems.md. */
export function generateProblems(): void {
  writeFileSync(new URL('../../../docs/problems.md', import.meta.url), problemsDocument());
}
