import { expect, it } from 'vitest';
import { nameInFile } from './name-in-file';

it.each([
  ['fuelups-cuore.csv', 'Cuore'],
  ['Fuelly export (2026) big_red_van.csv', 'Big Red Van'],
  ['fuelups.csv', ''],
])('reads %s as "%s"', (file, name) => {
  expect(nameInFile(file)).toBe(name);
});
