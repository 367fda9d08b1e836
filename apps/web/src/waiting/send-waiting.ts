import type { Recorded, Recording } from '@/api/schema.gen';
import { ApiProblem, isForLater, unreachable } from '@/api/api-problem';
import { answer, createApi, type Api } from '@/api/client';
import { fileToSend, type WaitingEntry } from './waiting-entry';
import { entriesOfPerson, removeEntry, replaceEntry, settleEntry } from './waiting-store';
import { stopSendingFiles, withFileSent } from './with-file-sent';

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
  return whileNobodySends(() => sendAll());
}

/** Waits for whoever sends at the moment, in any window. Without https there are no locks; ids keep entries single then, too. */
export async function whileNobodySends<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work();
  return await navigator.locks.request('odolog-waiting', work);
}

/** Sends an entry that this browser has no place to keep. Throws ApiProblem. */
export async function sendUnkept(entry: WaitingEntry): Promise<Recorded> {
  const token = await freshToken();
  if (typeof token === 'object') throw unreachable();
  const file = fileToSend(entry);
  if (file) return sendUnkept(await withFileSent(entry, file, apiFor(entry, token)));
  return send(entry, token);
}

/** @param named entries of which a file was just kept, by their ids: the device may have no room to note it */
async function sendAll(
  sent: readonly Sent[] = [],
  named: ReadonlyMap<string, WaitingEntry> = new Map(),
): Promise<Sending> {
  const token = await freshToken();
  if (typeof token === 'object') return { sent, ...token };
  for (const stored of await entriesOfPerson(personOf(token))) {
    if (stored.problem || beingTakenOut.has(stored.id)) continue;
    const known = named.get(stored.id);
    const entry = known?.madeAt === stored.madeAt ? known : stored;
    const file = fileToSend(entry);
    try {
      if (file) {
        const after = await withFileSent(entry, file, apiFor(entry, token));
        named = new Map([...named, [entry.id, after]]);
        await replaceEntry(entry, after).catch(() => undefined);
      } else {
        sent = [...sent, { entry, recorded: await send(entry, token) }];
        await settleEntry(entry, null);
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

/** What is being taken out is not begun to be sent, be it its turn before whoever takes it out has theirs. */
const beingTakenOut = new Set<string>();

/** Takes an entry out. False when it was sent before it could be. */
export async function takeOut(id: string): Promise<boolean> {
  beingTakenOut.add(id);
  stopSendingFiles(id);
  return whileNobodySends(() => removeEntry(id)).finally(() => beingTakenOut.delete(id));
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
