import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freshId } from './fresh-id';

it('is a random UUID, and another one each time', () => {
  const ids = Array.from({ length: 100 }, freshId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

it('is the only way to one on the pages: what browsers offer is missing where pages come by plain http', () => {
  const cwd = path.resolve(import.meta.dirname, '..');
  const sources = globSync('**/*.{ts,tsx}', { cwd }).filter((file) => !file.endsWith('.spec.ts'));
  expect(sources.length).toBeGreaterThan(100);
  const others = sources.filter((file) =>
    readFileSync(path.join(cwd, file), 'utf8').includes('randomUUID()'),
  );
  expect(others).toEqual([]);
});
