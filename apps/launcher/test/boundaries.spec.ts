import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  forbiddenDependencies,
  forbiddenImports,
  importsByPath,
  isSpec,
  type Import,
  type Project,
} from './boundaries.js';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const projects = readProjects();
const imports = projects.flatMap(readImports);

interface Graph {
  readonly graph: {
    readonly nodes: Record<string, { readonly data: { readonly root: string; readonly tags?: string[] } }>;
    readonly dependencies: Record<string, readonly { readonly target: string }[]>;
  };
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly exports?: Record<string, unknown>;
}

/** The projects and the dependencies between them come from nx; what they take from elsewhere, from their package.json. */
function readProjects(): Project[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'odolog-graph-'));
  const file = path.join(folder, 'graph.json');
  try {
    const nx = path.join(root, 'node_modules', '.bin', 'nx');
    execFileSync(process.execPath, [nx, 'graph', `--file=${file}`], {
      cwd: root,
      stdio: 'ignore',
      env: { NX_DAEMON: 'false' },
    });
    const { graph } = JSON.parse(readFileSync(file, 'utf8')) as Graph;
    return Object.entries(graph.nodes).map(([name, { data }]) => {
      const { dependencies, devDependencies, optionalDependencies } = readManifest(data.root);
      const inWorkspace = (graph.dependencies[name] ?? [])
        .map(({ target }) => target)
        .filter((target) => !target.startsWith('npm:'));
      return {
        name,
        root: data.root,
        tag: data.tags?.find((tag) => /^(kind|app):/.test(tag)) ?? '',
        declared: [
          ...new Set([
            ...inWorkspace,
            ...Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }),
          ]),
        ],
        forSpecs: Object.keys(devDependencies ?? {}),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

function readImports(project: Project): Import[] {
  return globSync(`${project.root}/{src,test,e2e}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !file.endsWith('.gen.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const found = source.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^'\s]+)'/gm);
      return [...found]
        .map(([, target]) => target!)
        .filter((target) => !/^(node:|@\/)/.test(target))
        .map((target) => ({ project: project.name, file, target }));
    });
}

describe('the workspace', () => {
  test('has a tag on every project and imports in every one', () => {
    expect(projects.length).toBeGreaterThan(12);
    expect(projects.filter(({ tag }) => tag === '')).toEqual([]);
    expect(new Set(imports.map(({ project }) => project)).size).toBeGreaterThan(10);
  });

  test('declares no dependency that its tag forbids', () => {
    expect(forbiddenDependencies(projects)).toEqual([]);
  });

  test('imports nothing that is forbidden or undeclared', () => {
    expect(forbiddenImports(projects, imports)).toEqual([]);
    expect(importsByPath(projects, imports)).toEqual([]);
  });

  test('exports from each lib through one index with names, not with a star', () => {
    const indexes = globSync('{libs/*,db}/src/index.ts', { cwd: root });
    const starred = indexes.filter((file) =>
      /export\s*\*|export\s+default/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(indexes).toHaveLength(projects.filter(({ tag }) => tag.startsWith('kind:')).length);
    expect(starred).toEqual([]);
    for (const { root: folder } of projects.filter(({ tag }) => tag.startsWith('kind:'))) {
      expect([folder, Object.keys(readManifest(folder).exports ?? {})]).toEqual([folder, ['.']]);
    }
  });
});

test('projectors, decisions and jobs know facts, and name no type of event', () => {
  const types = globSync('libs/events/src/*/frozen', { cwd: root }).map((folder) => folder.split('/')[3]);
  expect(types).toContain('hours-meter-replacement');
  const named = new RegExp(
    `\\btype\\b[^\\n']{0,14}(?:=|<>|IN|ANY|includes)[^\\n']{0,6}'(?:${types.join('|')})'|case '(?:${types.join('|')})'`,
  );
  expect("if (event.type === 'fuel')").toMatch(named);
  expect("WHERE e.type IN ('note', 'sold')").toMatch(named);
  const knowing = globSync('{libs/{read-models,vehicle},apps/worker}/src/**/*.ts', { cwd: root })
    .filter((file) => !isSpec(file))
    .filter((file) => named.test(readFileSync(path.join(root, file), 'utf8')));
  expect(knowing).toEqual([]);
});

describe('what must be refused is refused', () => {
  const pure: Project = { name: '@odolog/units', root: 'libs/units', tag: 'kind:pure', declared: [] };
  const server: Project = { name: '@odolog/db', root: 'libs/db', tag: 'kind:server', declared: ['kysely'] };
  const testing: Project = { name: '@odolog/testing', root: 'libs/testing', tag: 'kind:test', declared: [] };
  const web: Project = { name: '@odolog/web', root: 'apps/web', tag: 'app:web', declared: ['pg'] };
  const api: Project = { name: '@odolog/api', root: 'apps/api', tag: 'app:api', declared: ['@odolog/web'] };
  const all = [pure, server, testing, web, api];
  const importing = (project: Project, target: string, file = `${project.root}/src/a.ts`): string[] =>
    forbiddenImports(all, [{ project: project.name, file, target }]);

  test('a dependency of one app on another, and of a page on the database', () => {
    expect(forbiddenDependencies(all)).toEqual([
      '@odolog/web (app:web) must not import pg',
      '@odolog/api (app:api) must not import @odolog/web (app:web)',
    ]);
  });

  test('a file of another project by its path, in specs too', () => {
    const byPath = (file: string, target: string) =>
      importsByPath(all, [{ project: '@odolog/units', file, target }]);
    expect(byPath('libs/units/src/a.ts', '../../db/src/database.js')).toEqual([
      'libs/units/src/a.ts reaches into libs/db/src/database.js by its path',
    ]);
    expect(byPath('libs/units/test/deep/a.spec.ts', '../../../units-of-others/a.js')).toHaveLength(1);
    expect(byPath('libs/units/src/deep/a.ts', '../money.js')).toEqual([]);
  });

  test('a server lib in a pure one', () => {
    expect(importing(pure, '@odolog/db')).toEqual([
      'libs/units/src/a.ts (kind:pure) must not import @odolog/db (kind:server)',
    ]);
  });

  test('a framework in a pure lib, by any of its packages', () => {
    expect(importing(pure, '@nestjs/common/decorators')).toHaveLength(1);
    expect(importing(pure, 'kysely/migration')).toHaveLength(1);
    expect(importing(server, 'next/headers')).toHaveLength(1);
  });

  test('fixtures for tests outside of specs', () => {
    const product = { ...server, declared: ['@odolog/testing'] };
    expect(forbiddenDependencies([product, testing])).toHaveLength(1);
    expect(forbiddenDependencies([{ ...product, forSpecs: ['@odolog/testing'] }, testing])).toEqual([]);
    expect(importing(server, '@odolog/testing')).toHaveLength(1);
    expect(importing(server, '@odolog/testing', 'libs/db/src/a.spec.ts')).toEqual([]);
  });

  test('a package that its own package.json does not name', () => {
    expect(importing(server, 'kysely')).toEqual([]);
    expect(importing(server, 'pg')).toEqual([
      'libs/db/src/a.ts imports pg, which libs/db/package.json does not name',
    ]);
  });
});
