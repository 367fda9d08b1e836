import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const signedIn = path.join(import.meta.dirname, '../app/(signed-in)');
const pages = globSync('**/page.tsx', { cwd: signedIn }).map((file) => path.dirname(file));

/** What these show of vehicles, people and rights is not folded from entries, and never behind: read again, it would be the same. */
const showNothingFolded = [
  'design',
  'import',
  'operations',
  'settings',
  'settings/account',
  'settings/api-keys',
  'settings/audit',
  'settings/data',
  'settings/members',
  'settings/security',
  'vehicles/[vehicleId]/edit',
  'vehicles/[vehicleId]/hand-over',
  'vehicles/[vehicleId]/proof',
  'vehicles/[vehicleId]/tariffs',
  'vehicles/new',
];

/** The page that it leads to sees to itself. */
const leadElsewhere = ['timeline'];

/** The source of a page, and of what it draws in pieces of its own. */
function sourcesOf(page: string): string[] {
  const source = readFileSync(path.join(signedIn, page, 'page.tsx'), 'utf8');
  const pieces = [...source.matchAll(/ from '\.\/([\w-]+)';/g)].map(([, name]) => `${name}.tsx`);
  const drawn = globSync(pieces, { cwd: path.join(signedIn, page) });
  return [source, ...drawn.map((piece) => readFileSync(path.join(signedIn, page, piece), 'utf8'))];
}

test('every page of a person carries what has it read again, or is named among those that are never behind', () => {
  const lacking = pages.filter((page) => !sourcesOf(page).some((source) => source.includes('<CatchUp />')));
  expect(lacking.toSorted()).toEqual([...showNothingFolded, ...leadElsewhere].toSorted());
});
