import { catalogue, Problem, type ProblemCode } from '@odolog/problems';

type FileCode = Extract<ProblemCode, 'import-format-unknown' | `import-file-${string}`>;

/** What is wrong with the file as a whole: a form marks its part `file`. */
export function fileProblem(code: FileCode, detail: string = catalogue[code].title): Problem {
  return new Problem(code, { detail, errors: [{ pointer: '/file', code, detail }] });
}
