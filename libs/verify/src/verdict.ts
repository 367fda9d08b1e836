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
  /** A former keeper's statement that does not fit the events before it. */
  | {
      readonly part: 'handover';
      readonly what: 'altered';
      /** Of the event that holds it. */
      readonly version: number;
      readonly eventId: string;
      readonly line: number;
    }
  | { readonly part: Part; readonly what: 'altered' | 'missing'; readonly line: number }
  /** Intact, but sealed by a key that is none of those that the issuer is known to have. */
  | { readonly part: 'key'; readonly what: 'foreign'; readonly line: number };

/** A statement of a former keeper that stands in the history. */
export interface Handover {
  /** Of the event that holds it. */
  readonly version: number;
  readonly issuer: string;
  /** RFC 3339. */
  readonly at: string;
  readonly keyId: string;
  /** How many events of this history came with it. */
  readonly events: number;
  /** Whether these are the very events that were handed over, with the times at which they were first recorded. */
  readonly proven: boolean;
}

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
      /** In the order in which the vehicle went from keeper to keeper. */
      readonly handovers: readonly Handover[];
    }
  | { readonly ok: false; readonly fault: Fault };

/** The verdict in a sentence. */
export function sayVerdict(verdict: Verdict): string {
  if (!verdict.ok) return `CHANGED: ${sayFault(verdict.fault)}`;
  const { events, issuedAt, issuer, keyId, keyKnown, code, handovers } = verdict;
  const signer = keyKnown
    ? `a key that ${issuer} publishes`
    : `key ${keyId}; compare it with ${issuer}/api/v1/proof-keys/${keyId}`;
  return `unchanged: ${events} events, sealed at ${issuedAt} by ${signer}. Verification code ${code}${handovers.map(sayHandover).join('')}`;
}

function sayHandover({ version, events, at, issuer, keyId, proven }: Handover): string {
  const key = `${issuer}/api/v1/proof-keys/${keyId}`;
  return proven
    ? `\nevent ${version}: ${events} events before it are as their former keeper handed them over at ${at}; compare the key with ${key}`
    : `\nevent ${version}: handed over at ${at}; its statement cannot be held against single events. Its key: ${key}`;
}

function sayFault(fault: Fault): string {
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
  if (fault.part === 'handover')
    return `the events before event ${fault.version} (${fault.eventId}) are not those that were handed over, ${where}`;
  if (fault.what === 'foreign') return `the key is none that the issuer publishes, ${where}`;
  return `the ${fault.part} is ${fault.what}, ${where}`;
}

const said = (what: 'missing' | 'reordered'): string => (what === 'missing' ? 'missing' : 'out of its order');
