import path from 'node:path';

/** Who may import whom. Kept apart from the spec, so that the spec can also feed it what must be refused. */

/** A workspace package as nx sees it. */
export interface Project {
  readonly name: string;
  readonly root: string;
  readonly tag: string;
  /** What its package.json names. */
  readonly declared: readonly string[];
  /** Those of them that only its specs need. */
  readonly forSpecs?: readonly string[];
}

/** An import that stands in a source file. */
export interface Import {
  readonly project: string;
  readonly file: string;
  readonly target: string;
}

interface Rule {
  readonly mayImport: readonly string[];
  readonly never: readonly string[];
}

const database = ['kysely', 'pg', 'pg-boss'];
const pages = ['next', 'next-intl', 'react', 'react-dom'];
const server: Rule = { mayImport: ['kind:pure', 'kind:server'], never: pages };

const rules: Readonly<Record<string, Rule>> = {
  'kind:pure': { mayImport: ['kind:pure'], never: [...database, '@nestjs', ...pages] },
  'kind:server': server,
  'kind:test': { mayImport: ['kind:pure', 'kind:server'], never: pages },
  'app:api': server,
  'app:worker': server,
  'app:launcher': server,
  'app:web': { mayImport: ['kind:pure'], never: [...database, '@nestjs'] },
};

export const isSpec = (file: string): boolean => file.endsWith('.spec.ts') || /\/(test|e2e)\//.test(file);

/** `@scope/name/deep` belongs to the package `@scope/name`. */
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

const isBanned = (target: string, never: readonly string[]): boolean =>
  never.includes(packageOf(target)) || never.includes(target.split('/')[0]!);

/** One sentence for each dependency of a package.json that its tag forbids. */
export function forbiddenDependencies(projects: readonly Project[]): string[] {
  const tags = new Map(projects.map(({ name, tag }) => [name, tag]));
  return projects.flatMap((project) =>
    project.declared
      .filter((target) => tags.get(target) !== 'kind:test' || !project.forSpecs?.includes(target))
      .flatMap((target) => refusal(project, target, tags.get(target)) ?? []),
  );
}

/** One sentence for each import that its tag forbids, or that its package.json does not name. */
export function forbiddenImports(projects: readonly Project[], imports: readonly Import[]): string[] {
  const byName = new Map(projects.map((project) => [project.name, project]));
  const packages = imports.filter(({ target }) => !target.startsWith('.'));
  return packages.flatMap(({ project: name, file, target }) => {
    const project = byName.get(name)!;
    const imported = packageOf(target);
    const tag = byName.get(imported)?.tag;
    if (isSpec(file)) return tag === 'kind:test' ? [] : (refusal(project, target, tag, file) ?? []);
    const refused = refusal(project, target, tag, file);
    if (refused) return [refused];
    return project.declared.includes(imported) || imported === name
      ? []
      : [`${file} imports ${target}, which ${project.root}/package.json does not name`];
  });
}

/** One sentence for each import of code that reaches into another project by its path, past what that one exports. Messages are data. */
export function importsByPath(projects: readonly Project[], imports: readonly Import[]): string[] {
  const rootOf = new Map(projects.map(({ name, root }) => [name, root]));
  return imports
    .filter(({ target }) => target.startsWith('.') && !target.endsWith('.json'))
    .map((found) => ({ ...found, reached: path.posix.join(path.posix.dirname(found.file), found.target) }))
    .filter(({ project, reached }) => !reached.startsWith(`${rootOf.get(project)}/`))
    .map(({ file, reached }) => `${file} reaches into ${reached} by its path`);
}

function refusal(
  project: Project,
  target: string,
  tag: string | undefined,
  file?: string,
): string | undefined {
  const rule = rules[project.tag];
  if (!rule) return `${project.name} has no tag that says what it may import`;
  const forbidden = tag === undefined ? isBanned(target, rule.never) : !rule.mayImport.includes(tag);
  if (!forbidden || target === project.name) return undefined;
  return `${file ?? project.name} (${project.tag}) must not import ${target}${tag ? ` (${tag})` : ''}`;
}
