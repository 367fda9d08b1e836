import { sayFault, verifyHistory } from '@odolog/verify';
import type { IssuedProof } from '@/api/schema.gen';

interface Sealed {
  readonly vehicle: string;
  readonly events: number;
  /** RFC 3339. */
  readonly issuedAt: string;
  readonly code: string;
}

/** `overtaken`: the history that is kept no longer begins with these events. `elsewhere`: intact, by a key that is not ours. */
export type Checked =
  | ({ readonly outcome: 'stands' | 'overtaken' | 'unchanged' | 'elsewhere' } & Sealed)
  | { readonly outcome: 'changed'; readonly fault: string }
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

/** Verifies a file in this browser; the key that sealed it is compared with those that this server publishes. */
export async function checkFile(bytes: Uint8Array<ArrayBuffer>): Promise<Checked> {
  const verdict = await verifyHistory(bytes);
  if (!verdict.ok) return { outcome: 'changed', fault: sayFault(verdict.fault) };
  const key = await ask(`/api/v1/proof-keys/${verdict.keyId}`);
  if (!key) return { outcome: 'unreachable' };
  const { vehicle, events, issuedAt, code } = verdict;
  return { outcome: key.ok ? 'unchanged' : 'elsewhere', vehicle: nameOf(vehicle), events, issuedAt, code };
}

const ask = (url: string): Promise<Response | undefined> => fetch(url).catch(() => undefined);

function nameOf(vehicle: Readonly<Record<string, unknown>>): string {
  return [vehicle['year'], vehicle['make'], vehicle['model']].filter(Boolean).join(' ');
}
