import type { Recorded, Recording } from '@/api/schema.gen';
import { ApiProblem, isForLater, unreachable } from '@/api/api-problem';
import { answer, createApi, type Api } from '@/api/client';
import { fileToSend, type WaitingEntry } from './waiting-entry';
import {
  entriesOfPerson,
  isStored,
  removeEntry,
  replaceEntry,
  settleEntry,
  type Removal,
} from './waiting-store';
import { withFileSent } from './with-file-sent';

export interface Sent {
  readonly entry: WaitingEntry;
  readonly recorded: Recorded;
}

/** How a sending ended: everything is through (or refused for good), or the rest waits for a connection or a sign-in. */
export interface Sending {
  readonly sent: readonly Sent[];
  readonly ended: 'through' | 'unreachable' | 'signed-out';
}

/** An answer that takes longer is treated as lost: the entry is sent again. */
const longestAnswerMs = 20_000;

/**
 * Sends what the signed-in person has waiting, one by one in order, the files of an entry before it; entries of others stay as
 * they are. One window (or the service worker) sends at a time, and an entry that was there already is answered as if it were new.
 */
export function sendWaiting(): Promise<Sending> {
  return inTurn('odolog-waiting', () => sendAll());
}

/**
 * Takes an entry out. Waits for it to be sent, not for its files: it is absent when it was sent before it could be.
 *
 * @param isMeant whether what is stored then is still to be
 */
export const takeOut = (id: string, isMeant?: (stored: WaitingEntry) => boolean): Promise<Removal> =>
  untouched(id, () => removeEntry(id, isMeant));

/** Nobody sends an entry and takes it out at once, in whichever windows. */
const untouched = <Result>(id: string, work: () => Promise<Result>) => inTurn(`odolog-waiting ${id}`, work);

/** What runs in this window, or runs last of what waits, by the name of its lock. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Without https there are no locks: one window then takes turns with itself, or what was just entered would be told to have been
 * sent later; between windows ids keep entries single.
 */
async function inTurn<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
  if ('locks' in navigator) return await navigator.locks.request(lock, work);
  const turn = (turns.get(lock) ?? Promise.resolve()).then(work, work);
  turns.set(lock, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(lock) === turn) turns.delete(lock);
  }
}

/** Sends an entry that this browser has no place to keep. Throws ApiProblem. */
export async function sendUnkept(entry: WaitingEntry): Promise<Recorded> {
  const token = await freshToken();
  if (typeof token === 'object') throw unreachable();
  const file = fileToSend(entry);
  if (!file) return send(entry, token);
  const after = await withFileSent(entry, file, apiFor(entry, token));
  if (!after) throw unreachable();
  return sendUnkept(after);
}

/** @param named entries of which a file was just kept, by their ids: the device may have no room to note it */
async function sendAll(
  sent: readonly Sent[] = [],
  named: ReadonlyMap<string, WaitingEntry> = new Map(),
): Promise<Sending> {
  const token = await freshToken();
  if (typeof token === 'object') return { sent, ...token };
  for (const stored of await entriesOfPerson(personOf(token))) {
    if (stored.problem) continue;
    const known = named.get(stored.id);
    const entry = known?.madeAt === stored.madeAt ? known : stored;
    const file = fileToSend(entry);
    try {
      if (file) {
        const after = (await isStored(entry)) && (await withFileSent(entry, file, apiFor(entry, token)));
        if (after) {
          named = new Map([...named, [entry.id, after]]);
          await replaceEntry(entry, after).catch(() => undefined);
        }
      } else {
        const recorded = await untouched(entry.id, () => sendStored(entry, token));
        if (recorded) sent = [...sent, { entry, recorded }];
      }
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : unreachable();
      if (problem.status === 401) return { sent, ended: 'signed-out' };
      if (isForLater(problem.status)) return { sent, ended: 'unreachable' };
      await settleEntry(entry, problem.body);
    }
    // It may have taken minutes: the token, and what waits, are looked up anew.
    if (file) return sendAll(sent, named);
  }
  return { sent, ended: 'through' };
}

/** Nothing is sent, and nothing told, of what was taken out or made anew since it was looked up. */
async function sendStored(entry: WaitingEntry, token: string): Promise<Recorded | undefined> {
  if (!(await isStored(entry))) return undefined;
  const recorded = await send(entry, token);
  await settleEntry(entry, null);
  return recorded;
}

function send(entry: WaitingEntry, token: string): Promise<Recorded> {
  const { id, vehicleId, draft, corrects } = entry;
  const api = apiFor(entry, token);
  const event = { ...(draft as Recording), id };
  const signal = AbortSignal.timeout(longestAnswerMs);
  if (!corrects) {
    const params = { path: { vehicleId } };
    return answer(api.POST('/api/v1/vehicles/{vehicleId}/events', { params, body: event, signal }));
  }
  return answer(
    api.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/corrections', {
      params: { path: { vehicleId, eventId: corrects.item.id } },
      body: { event, reason: corrects.reason },
      signal,
    }),
  );
}

function apiFor({ tenantId }: WaitingEntry, token: string): Api {
  return createApi({ origin: '', token: () => Promise.resolve(token), tenant: () => tenantId });
}

async function freshToken(): Promise<string | Pick<Sending, 'ended'>> {
  const response = await fetch('/api/auth/token', {
    cache: 'no-store',
    signal: AbortSignal.timeout(longestAnswerMs),
  }).catch(() => undefined);
  if (response?.ok) return ((await response.json()) as { token: string }).token;
  return { ended: response?.status === 401 ? 'signed-out' : 'unreachable' };
}

/** Whose a token is, read without verifying: the server verifies, we only choose what to send. */
function personOf(token: string): string {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return (JSON.parse(atob(payload)) as { sub: string }).sub;
}
