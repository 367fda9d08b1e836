import { fileProblem } from './file-problem.js';

/**
 * The text of an uploaded file: UTF-8, with or without a byte order mark.
 * @throws Problem `import-file-torn` for what is not text, `import-file-empty`.
 */
export function readFile(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.includes('\0')) throw fileProblem('import-file-torn', 'The file is not text: it holds zero bytes');
  if (text.trim() === '') throw fileProblem('import-file-empty');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileProblem('import-file-torn', 'The file is not UTF-8 text, or ends in the middle of a character');
  }
}
