import { afterEach, expect, it } from 'vitest';
import { notStored, showStored } from './deliver';
import { changeShown, showEntry } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';

const owner = { personId: 'jana', tenantId: 'home' };
const entry = { ...owner, id: 'one', vehicleId: 'cuore' } as WaitingEntry;

function shownIds(): string[] {
  let ids: string[] = [];
  changeShown((shown) => {
    ids = shown.map(({ entry: { id } }) => id);
    return shown;
  });
  return ids;
}

afterEach(() => {
  notStored.clear();
  changeShown(() => []);
});

it('goes on showing an entry that was made while the store was read', async () => {
  showEntry(entry, 'sending');
  notStored.add(entry.id);
  await showStored(owner);
  expect(shownIds()).toEqual(['one']);
});

it('shows no entry any more that the store has lost to another window', async () => {
  showEntry(entry, 'sending');
  await showStored(owner);
  expect(shownIds()).toEqual([]);
});
