import type { Bytes } from './bytes.js';
import { checkChain, checkRecords } from './check-events.js';
import { checkHandovers } from './check-handovers.js';
import { checkSeal, type Seal } from './check-seal.js';
import { digestOf } from './history-file.js';
import { readHistory, type ReadHistory } from './read-history.js';
import type { Fault, Verdict } from './verdict.js';

/**
 * Whether an exported history is, byte for byte, what its issuer sealed; else what was changed first. Needs neither a
 * database nor a network.
 *
 * @param trustedKeyIds thumbprints of the issuer's keys; without them the verdict tells whose key it was
 */
export async function verifyHistory(bytes: Bytes, trustedKeyIds?: readonly string[]): Promise<Verdict> {
  const history = readHistory(bytes);
  if ('part' in history) return refused(history);
  const seal = await checkSeal(history);
  // An event that does not fit its own hashes says more than a seal that does not fit.
  if ('part' in seal) return refused((await brokenChain(history)) ?? seal);
  const broken =
    (await vehicleFault(history, seal)) ??
    (await checkRecords(history.events, seal.manifest)) ??
    (await chainFault(history, seal));
  if (broken) return refused(broken);
  if (trustedKeyIds && !trustedKeyIds.includes(seal.key.kid))
    return refused({ part: 'key', what: 'foreign', line: history.lines.key });
  const handovers = await checkHandovers(history.events);
  if ('part' in handovers) return refused(handovers);
  return { ...unchanged(history, seal), keyKnown: trustedKeyIds !== undefined, handovers };
}

const refused = (fault: Fault): Verdict => ({ ok: false, fault });

async function brokenChain({ vehicle, events }: ReadHistory): Promise<Fault | undefined> {
  const id = /"id":"([0-9a-f-]{36})"/.exec(vehicle)?.[1];
  const chain = id === undefined ? undefined : await checkChain(id, events);
  return typeof chain === 'object' ? chain : undefined;
}

async function vehicleFault({ vehicle, lines }: ReadHistory, { manifest }: Seal): Promise<Fault | undefined> {
  if ((await digestOf(vehicle)) === manifest.vehicle) return undefined;
  return { part: 'vehicle', what: 'altered', line: lines.vehicle };
}

/** The issuer signed what it held: whether that was whole, the chain says. */
async function chainFault(
  { events, lines }: ReadHistory,
  { claims, manifest }: Seal,
): Promise<Fault | undefined> {
  const chain = await checkChain(claims.sub, events);
  if (typeof chain === 'object') return chain;
  if (chain === manifest.chainHash && events.length === manifest.version) return undefined;
  return { part: 'manifest', what: 'altered', line: lines.manifest };
}

function unchanged({ vehicle, events }: ReadHistory, { claims, key, manifest }: Seal) {
  return {
    ok: true as const,
    vehicle: JSON.parse(vehicle) as Record<string, unknown>,
    events: events.length,
    chainHash: manifest.chainHash,
    issuer: claims.iss,
    issuedAt: new Date(claims.iat * 1000).toISOString(),
    code: claims.jti,
    keyId: key.kid,
  };
}
