/** Parts of the file beside its events. `layout`: what stands between them. */
export type Part = 'layout' | 'vehicle' | 'manifest' | 'key' | 'signature';

/** What is wrong, and where first. Lines count from 1. */
export type Fault =
  | {
      readonly part: 'event';
      readonly what: 'altered' | 'missing' | 'reordered' | 'added';
      /** Place in the vehicle's stream, from 1. */
      readonly version: number;
      /** Null where the event is not there, or not readable. */
      readonly eventId: string | null;
      readonly line: number;
    }
  | { readonly part: Part; readonly what: 'altered' | 'missing'; readonly line: number }
  /** Intact, but sealed by a key that is none of those that the issuer is known to have. */
  | { readonly part: 'key'; readonly what: 'foreign'; readonly line: number };

export type Verdict =
  | {
      readonly ok: true;
      readonly vehicle: Readonly<Record<string, unknown>>;
      readonly events: number;
      /** Hex; where the chain ends. */
      readonly chainHash: string;
      readonly issuer: string;
      /** RFC 3339. */
      readonly issuedAt: string;
      readonly code: string;
      readonly keyId: string;
      /** Whether the key was one of those given as the issuer's. */
      readonly keyKnown: boolean;
    }
  | { readonly ok: false; readonly fault: Fault };

/** The verdict in a sentence. */
export function sayVerdict(verdict: Verdict): string {
  if (!verdict.ok) return `CHANGED: ${sayFault(verdict.fault)}`;
  const { events, issuedAt, issuer, keyId, keyKnown, code } = verdict;
  const signer = keyKnown
    ? `a key that ${issuer} publishes`
    : `key ${keyId}; compare it with ${issuer}/api/v1/proof-keys/${keyId}`;
  return `unchanged: ${events} events, sealed at ${issuedAt} by ${signer}. Verification code ${code}`;
}

export function sayFault(fault: Fault): string {
  const where = `line ${fault.line}`;
  if (fault.part === 'event') {
    const id = fault.eventId ? ` (${fault.eventId})` : '';
    const verb =
      fault.what === 'altered'
        ? 'was altered'
        : fault.what === 'added'
          ? 'was added'
          : `is ${said(fault.what)}`;
    return `event ${fault.version}${id} ${verb}, ${where}`;
  }
  if (fault.what === 'foreign') return `the key is none that the issuer publishes, ${where}`;
  return `the ${fault.part} is ${fault.what}, ${where}`;
}

const said = (what: 'missing' | 'reordered'): string => (what === 'missing' ? 'missing' : 'out of its order');
