import { fromHex, joined, sha256, toHex, utf8 } from './bytes.js';
import { digestOf, type Manifest } from './history-file.js';
import { idIn, type EventLine } from './read-history.js';
import type { Fault } from './verdict.js';

type EventFault = Extract<Fault, { part: 'event' }>;

/** Holds the events against the digests that the issuer signed: names what was done even where every hash was made anew. */
export async function checkRecords(
  events: readonly EventLine[],
  { records }: Manifest,
): Promise<Fault | undefined> {
  const digests = await Promise.all(
    events.map(async ({ text }) => (text === undefined ? '' : digestOf(text))),
  );
  const at = digests.findIndex(
    (digest, index) => digest !== records[index] || !isParted(events, index, records.length),
  );
  const wrong = events[at];
  if (wrong && digests[at] === records[at]) return faultOf(wrong, at, 'altered');
  if (wrong) return faultOf(wrong, at, whatHappened(digests, records, at));
  const missing = records.length > events.length;
  const line = (events.at(-1)?.line ?? 4) + 1;
  return missing
    ? { part: 'event', what: 'missing', version: events.length + 1, eventId: null, line }
    : undefined;
}

/** The comma between two events is the only sign of their lines that no digest covers. Behind a missing one it says nothing. */
function isParted(events: readonly EventLine[], at: number, signed: number): boolean {
  const isLast = at === events.length - 1;
  return isLast ? !events[at]?.comma || at < signed - 1 : events[at]?.comma === true;
}

function whatHappened(found: readonly string[], signed: readonly string[], at: number): EventFault['what'] {
  const place = signed.indexOf(found[at] ?? '');
  const isLater = signed[at] !== undefined && found.includes(signed[at], at + 1);
  if (place > at) return isLater ? 'reordered' : 'missing';
  return place !== -1 || isLater || signed[at] === undefined ? 'added' : 'altered';
}

/** Recomputes every hash from the content, and looks whether the chain ends where it should. */
export async function checkChain(vehicleId: string, events: readonly EventLine[]): Promise<Fault | string> {
  const versions = new Set(events.map(({ record }) => record?.version));
  let chain = await sha256(fromHex(vehicleId.replaceAll('-', '')));
  for (const [at, event] of events.entries()) {
    const { record } = event;
    if (!record) return faultOf(event, at, 'altered');
    const content = await sha256(utf8(record.content));
    if (toHex(content) !== record.contentHash) return faultOf(event, at, 'altered');
    if (record.version !== at + 1) return faultOf(event, at, versions.has(at + 1) ? 'reordered' : 'missing');
    chain = await sha256(joined(chain, content));
    if (toHex(chain) !== record.chainHash) return faultOf(event, at, 'altered');
  }
  return toHex(chain);
}

/** Versions count from the place in the file; what is missing is named by the place where it should stand. */
function faultOf({ text, line, record }: EventLine, at: number, what: EventFault['what']): EventFault {
  const isThere = what === 'altered' || what === 'added';
  const version = what === 'reordered' && record ? record.version : at + 1;
  return {
    part: 'event',
    what,
    version,
    eventId: isThere || what === 'reordered' ? idIn(text ?? '') : null,
    line,
  };
}
