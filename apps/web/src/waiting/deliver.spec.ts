import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { notStored, onTheirWay, showStored } from './deliver';
import { changeShown, showEntry } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';
import { putEntry } from './waiting-store';

const owner = { personId: 'jana', tenantId: 'home' };
const entry = { ...owner, id: 'one', vehicleId: 'cuore' } as WaitingEntry;

function shownStates(): Record<string, string> {
  let states = {};
  changeShown((shown) => {
    states = Object.fromEntries(shown.map(({ entry: { id }, state }) => [id, state]));
    return shown;
  });
  return states;
}

afterEach(() => {
  notStored.clear();
  changeShown(() => []);
});

it('goes on showing an entry that was made while the store was read', async () => {
  showEntry(entry, 'sending');
  notStored.add(entry.id);
  await showStored(owner);
  expect(shownStates()).toEqual({ one: 'sending' });
});

it('shows no entry any more that the store has lost to another window', async () => {
  showEntry(entry, 'sending');
  await showStored(owner);
  expect(shownStates()).toEqual({});
});

it('says that an entry waits that was made while a file moves', async () => {
  const files = [{ key: 'r', file: new File(['%PDF-'], 'receipt.pdf') }];
  const moving = { ...entry, id: 'moving', files, madeAt: '2026-11-21T10:00', problem: null };
  const behind = { ...entry, id: 'behind', madeAt: '2026-11-21T11:00', problem: null };
  for (const one of [moving, behind]) {
    await putEntry(one);
    onTheirWay.set(one.id, one.madeAt);
  }
  await showStored(owner);
  expect(shownStates()).toEqual({ moving: 'sending', behind: 'waiting' });
});
