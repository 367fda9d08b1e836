import { verifyHistory, type Fault, type Handover, type Verdict } from '@odolog/verify';
import type { IssuedProof } from '@/api/schema.gen';

interface Sealed {
  readonly vehicle: string;
  readonly events: number;
  /** RFC 3339. */
  readonly issuedAt: string;
  readonly code: string;
}

/** What a former keeper states of the events that they handed over, and whether their key is one of this server's. */
export type CheckedHandover = Handover & { readonly sealedHere: boolean };

/** `overtaken`: the history that is kept no longer begins with these events. `elsewhere`: intact, by a key that is not ours. */
export type Checked =
  | ({ readonly outcome: 'stands' | 'overtaken' } & Sealed)
  | ({
      readonly outcome: 'unchanged' | 'elsewhere';
      readonly handovers: readonly CheckedHandover[];
    } & Sealed)
  | { readonly outcome: 'changed'; readonly fault: Fault }
  | { readonly outcome: 'unknown' | 'unreachable' };

/** Asks by the code that stands on a printed history. */
export async function checkCode(code: string): Promise<Checked> {
  const response = await ask(`/api/v1/proofs/${encodeURIComponent(code.trim())}`);
  if (!response) return { outcome: 'unreachable' };
  if (!response.ok) return { outcome: 'unknown' };
  const proof = (await response.json()) as IssuedProof;
  return {
    outcome: proof.standsToday ? 'stands' : 'overtaken',
    vehicle: nameOf(proof.vehicle),
    events: proof.version,
    issuedAt: proof.issuedAt,
    code: proof.code,
  };
}

const unreadable: Fault = { part: 'layout', what: 'altered', line: 1 };

/** Verifies a file in this browser; the key that sealed it is compared with those that this server publishes. */
export async function checkFile(bytes: Uint8Array<ArrayBuffer>): Promise<Checked> {
  // What a forger signed can be anything: what cannot even be read is no history.
  const verdict = await verifyHistory(bytes).catch((): Verdict => ({ ok: false, fault: unreadable }));
  if (!verdict.ok) return { outcome: 'changed', fault: verdict.fault };
  const [key, handovers] = await Promise.all([
    askKey(verdict.keyId),
    Promise.all(verdict.handovers.map(withKeeper)),
  ]);
  if (!key) return { outcome: 'unreachable' };
  const { vehicle, events, issuedAt, code } = verdict;
  const outcome = key.ok ? 'unchanged' : 'elsewhere';
  return { outcome, vehicle: nameOf(vehicle), events, issuedAt, code, handovers };
}

/** A statement proves as much as its key does: one that is published here is of a keeper who was known here. */
async function withKeeper(handover: Handover): Promise<CheckedHandover> {
  const key = await askKey(handover.keyId);
  return { ...handover, sealedHere: key?.ok ?? false };
}

const askKey = (keyId: string) => ask(`/api/v1/proof-keys/${encodeURIComponent(keyId)}`);
const ask = (url: string): Promise<Response | undefined> => fetch(url).catch(() => undefined);

function nameOf(vehicle: Readonly<Record<string, unknown>>): string {
  return [vehicle['year'], vehicle['make'], vehicle['model']].filter(Boolean).join(' ');
}
