import { fromBase64Url, fromHex, joined, sha256, textOf, toBase64Url, utf8 } from './bytes.js';
import { publicKey } from './check-seal.js';
import { firstRecordedAt, transferOf, type HandoverClaims } from './handover.js';
import type { HistoryRecord } from './history-file.js';
import type { EventLine } from './read-history.js';
import type { Fault, Handover } from './verdict.js';

interface Received {
  readonly vehicleId: string;
  readonly id: string;
  /** A forger may have left it out, or written anything else. */
  readonly data?: { readonly origin: { version: number; chainHash: string }; readonly seal: string };
}

/**
 * Holds every statement of a former keeper against the events that it speaks of. A keeper who altered what they were given, and
 * sealed it by a key of their own, is found here.
 * @returns the hand-overs, or the first whose statement does not fit
 */
export async function checkHandovers(events: readonly EventLine[]): Promise<readonly Handover[] | Fault> {
  const handovers: Handover[] = [];
  for (const { record, line } of events) {
    const received = record && receivedIn(record.content);
    if (!received) continue;
    const checked = await checkHandover(received, events);
    if (!checked)
      return { part: 'handover', what: 'altered', version: record.version, eventId: received.id, line };
    handovers.push({ ...checked, version: record.version });
  }
  return handovers;
}

function receivedIn(content: string): Received | undefined {
  const event = parsed<Partial<Received> & { readonly type?: string }>(content);
  return event?.type === 'received' ? (event as Received) : undefined;
}

/** Undefined for one that says nothing, for a statement that its key did not make, or that speaks of something else. */
async function checkHandover(
  { vehicleId, data }: Received,
  events: readonly EventLine[],
): Promise<Omit<Handover, 'version'> | undefined> {
  if (typeof data?.seal !== 'string' || !data.origin) return undefined;
  const { origin, seal } = data;
  const [header = '', payload = '', signature = ''] = seal.split('.');
  const claims = jsonIn<HandoverClaims>(payload);
  const { jwk, kid = '' } = jsonIn<{ jwk?: { x: string }; kid?: string }>(header) ?? {};
  if (!claims || claims.sub !== vehicleId) return undefined;
  if (claims.version !== origin.version || claims.chainHash !== origin.chainHash) return undefined;
  const of = { issuer: claims.iss, at: new Date(claims.iat * 1000).toISOString(), keyId: kid };
  // Statements of old carry no key: who made them is for the issuer to say, and what they say with it.
  if (!jwk) return { ...of, events: 0, proven: false };
  const key = await publicKey(jwk.x);
  if (key.kid !== kid || !(await isSigned(jwk.x, `${header}.${payload}`, signature))) return undefined;
  const records = events.flatMap(({ record }) => record ?? []);
  const came = records.filter((record) => transferOf(record) === claims.jti);
  if (came.length >= (claims.count ?? 0))
    return (await speaksOf(claims, came)) ? { ...of, events: came.length, proven: true } : undefined;
  // Handed on once more they say so themselves, or cut short: then they cannot be told from others.
  const before = records.slice(
    0,
    records.findIndex(({ content }) => content.includes(seal)),
  );
  const last = before.slice(-(claims.count ?? 0));
  const proven = await speaksOf(claims, last);
  return { ...of, events: proven ? last.length : came.length, proven };
}

/** The digests that a statement holds of the events that went. */
export async function handoverDigests(
  events: readonly Pick<HistoryRecord, 'contentHash' | 'source' | 'recordedAt'>[],
): Promise<Required<Pick<HandoverClaims, 'count' | 'events' | 'recorded'>>> {
  const contents = joined(...events.map(({ contentHash }) => fromHex(contentHash)));
  const times = events.map(firstRecordedAt).join('\n');
  return {
    count: events.length,
    events: toBase64Url(await sha256(contents)),
    recorded: toBase64Url(await sha256(utf8(times))),
  };
}

async function speaksOf(claims: HandoverClaims, came: readonly HistoryRecord[]): Promise<boolean> {
  const { count, events, recorded } = await handoverDigests(came);
  return claims.count === count && claims.events === events && claims.recorded === recorded;
}

async function isSigned(x: string, signed: string, signature: string): Promise<boolean> {
  const [point, sign] = [x, signature].map(fromBase64Url);
  if (!point || !sign) return false;
  const key = await crypto.subtle.importKey('raw', point, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, sign, utf8(signed));
}

function jsonIn<Value>(part: string): Value | undefined {
  const bytes = fromBase64Url(part);
  return bytes && parsed<Value>(textOf(bytes) ?? '');
}

function parsed<Value>(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
