import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const dockerfiles = globSync('apps/*/Dockerfile', { cwd: root });

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Record<string, string | number>;
  readonly init?: boolean;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly depends_on?: Record<string, object>;
  readonly ports?: readonly string[];
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Record<string, Service>;
};
/** A package of the workspace, by what it says of itself. */
interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}
const manifests = globSync(['apps/*/package.json', 'libs/*/package.json', 'db/package.json'], {
  cwd: root,
}).map((file): Manifest => ({
  ...(JSON.parse(read(file)) as Omit<Manifest, 'folder'>),
  folder: path.dirname(file),
}));
const named = new Map(manifests.map((manifest) => [manifest.name, manifest]));
const tagged = (manifest: Manifest, tag: RegExp) => manifest.nx?.tags?.some((own) => tag.test(own)) === true;

/** A package and all of the workspace that it depends on where it runs. */
function closureOf(manifest: Manifest, known = new Set<Manifest>()): Set<Manifest> {
  if (known.has(manifest)) return known;
  known.add(manifest);
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const inner = named.get(name);
    if (inner) closureOf(inner, known);
  }
  return known;
}

const services = Object.entries(compose.services);

const { paths } = JSON.parse(read('openapi.json')) as { readonly paths: object };

describe('docker-compose.yml', () => {
  test('names only volumes that it has, and gives every process a way back', () => {
    const whole = parse(read('docker-compose.yml'), { merge: true }) as {
      readonly services: Record<string, { readonly volumes?: readonly string[]; readonly restart?: string }>;
      readonly volumes: object;
    };
    const mounted = Object.values(whole.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':', 1)[0]),
    );
    expect(new Set(mounted)).toEqual(new Set(Object.keys(whole.volumes)));
    const endsByItself = Object.entries(whole.services).filter(([, { restart }]) => restart === undefined);
    expect(endsByItself.map(([name]) => name)).toEqual(['migrate']);
  });

  test('has everything that the product consists of', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'redis', 'migrate', 'api', 'worker', 'web']);
  });

  test('builds from Dockerfiles that exist, and waits for services that exist', () => {
    for (const [, { build, depends_on: dependencies = {} }] of services) {
      if (build) expect(dockerfiles).toContain(build.dockerfile);
      for (const dependency of Object.keys(dependencies)) expect(compose.services).toHaveProperty(dependency);
    }
  });

  test('waits for the database that answers over the network, not for the one that only initialises', () => {
    expect(compose.services['postgres']?.healthcheck?.test).toContainEqual(
      expect.stringMatching(/^pg_isready .*--host 127[.]0[.]0[.]1\b/),
    );
  });

  test('ends a program also before it listens to signals: the first process of a container ignores what it does not hear', () => {
    const ours = services.filter(([, { build }]) => build !== undefined);
    expect(ours.filter(([, { init }]) => init !== true).map(([name]) => name)).toEqual([]);
  });

  test('kills nothing that would have ended by itself', () => {
    const longestStopMs = (file: string) =>
      Number(/longestStopMs = ([\d_]+)/.exec(read(file))?.[1]?.replaceAll('_', ''));
    // By the launcher, and by Docker after ten seconds.
    const patienceMs = Math.min(longestStopMs('apps/launcher/src/start/supervise.ts'), 10_000);
    expect(longestStopMs('apps/api/src/main.ts')).toBeLessThan(patienceMs);
    expect(longestStopMs('apps/worker/src/main.ts')).toBeLessThan(patienceMs);
  });

  test('tells each process only what its configuration reads', () => {
    const readBy = {
      migrate: read('db/src/config.ts'),
      api: read('apps/api/src/config.ts'),
      worker: read('apps/worker/src/config.ts'),
      web: read('apps/web/src/config.ts'),
    };
    for (const [service, source] of Object.entries(readBy)) {
      const unread = Object.keys(compose.services[service]?.environment ?? {}).filter(
        (name) => !new RegExp(`\\b${name}\\b`).test(source),
      );
      expect([service, unread]).toEqual([service, []]);
    }
  });

  test('publishes the one port of the API, and metrics only inside', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    expect(published).toEqual([['api', '${PORT:-3000}:3000']]);
    expect(compose.services['api']?.environment).toMatchObject({ ODOLOG_METRICS_PORT: 9100 });
    expect(compose.services['worker']?.environment).toMatchObject({ ODOLOG_WORKER_METRICS_PORT: 9101 });
  });

  test('holds no secret and no default for one', () => {
    const references = [...read('docker-compose.yml').matchAll(/\$\{(\w+)(:.)([^}]*)\}/g)];
    const defaulted = references.filter(
      ([, , operator, value]) => operator !== ':?' && value !== '' && value !== 'false',
    );
    expect(references.length).toBeGreaterThan(5);
    expect(defaulted.map(([, name]) => name)).toEqual(['PORT']);
  });
});

test('no program declares a package of tests: npm installs what the workspace links even without dev', () => {
  const programs = manifests.filter(({ folder }) => folder.startsWith('apps/'));
  const declared = programs.flatMap(({ name, dependencies, devDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies })
      .filter((dependency) => named.has(dependency) && tagged(named.get(dependency)!, /^kind:test$/))
      .map((dependency) => `${name} -> ${dependency}`),
  );
  expect(manifests.some((manifest) => tagged(manifest, /^kind:test$/))).toBe(true);
  expect(declared).toEqual([]);
});

describe.each(dockerfiles)('%s', (file) => {
  const lines = read(file).replaceAll('\\\n', '').split('\n');

  test('copies only what exists', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY'))
      .map((line) => line.split(/\s+/).find((word) => !/^COPY$|^--/.test(word))!)
      .map((source) => source.replace(/^\/odolog\/?/, ''))
      // What the build before it makes.
      .map((source) => source.replace(/\/?(node_modules|\.next\/standalone)$/, '') || '.');
    expect(copied.length).toBeGreaterThan(1);
    expect(copied.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
  });

  test('installs before it copies the sources, so that a change of them installs nothing again', () => {
    const stages = read(file).split(/^FROM /m);
    const installing = stages.filter((stage) => /^RUN npm ci/m.test(stage));
    expect(installing.length).toBeGreaterThan(0);
    for (const stage of installing)
      expect(stage.split(/^RUN npm ci/m)[0]).toMatch(/^COPY --from=manifests \/odolog \.\/$/m);
    expect(installing.filter((stage) => /^COPY \. \.[^]*^RUN npm ci/m.test(stage))).toEqual([]);
  });

  test('copies all of the workspace that its program needs', () => {
    const copied = lines.flatMap((line) => /^COPY --from=build \/odolog\/(\S+)/.exec(line)?.[1] ?? []);
    // what Next builds holds all that it needs
    if (copied.some((source) => source.endsWith('.next/standalone'))) return;
    const program = manifests.find(({ folder }) => folder === path.dirname(file))!;
    const needed = [...closureOf(program)].map(({ folder }) => folder);
    expect(needed.length).toBeGreaterThan(3);
    expect(
      needed.filter((folder) => !copied.some((source) => `${folder}/`.startsWith(`${source}/`))),
    ).toEqual([]);
  });

  test('runs as an ordinary user and says how it is', () => {
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node');
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  });

  test('asks for its health where something answers', () => {
    const check = lines[lines.findIndex((line) => line.startsWith('HEALTHCHECK'))] ?? '';
    const [, port, at = ''] = /127[.]0[.]0[.]1:(\d+)(\/[\w/-]*)/.exec(check) ?? [];
    const answered = {
      'apps/api/Dockerfile': () => at in paths,
      'apps/worker/Dockerfile': () => read('apps/worker/src/health/health-server.ts').includes(`'${at}'`),
      'apps/web/Dockerfile': () => globSync(`apps/web/src/app/**${at}/page.tsx`, { cwd: root }).length === 1,
    }[file];
    expect([file, answered?.()]).toEqual([file, true]);
    const service = path.basename(path.dirname(file));
    const told = Object.values(compose.services[service]?.environment ?? {}).map(String);
    const isDefault = new RegExp(`PORT.*\\b${port}\\b`).test(lines.join('\n'));
    expect([file, port, told.includes(port ?? '') || isDefault]).toEqual([file, port, true]);
  });

  test('runs a program whose source exists', () => {
    const command = JSON.parse(lines.findLast((line) => line.startsWith('CMD'))!.slice(4)) as string[];
    const program = command.at(-1)!;
    const source = program.replace('dist/', 'src/').replace(/\.js$/, '.ts');
    expect(program === 'apps/web/server.js' || existsSync(path.join(root, source))).toBe(true);
  });
});
