import { textOf, type Bytes } from './bytes.js';
import { historyFormat, type HistoryRecord } from './history-file.js';
import type { Fault, Part } from './verdict.js';

/** A line that should be an event. */
export interface EventLine {
  /** Without the comma at its end; undefined for bytes that are no text. */
  readonly text: string | undefined;
  readonly comma: boolean;
  /** From 1. */
  readonly line: number;
  /** Undefined for what does not have the form of an event. */
  readonly record: HistoryRecord | undefined;
}

/** The parts of a file, as texts; nothing is verified yet. */
export interface ReadHistory extends Texts {
  readonly events: readonly EventLine[];
  /** Where the parts behind the events stand. */
  readonly lines: {
    readonly vehicle: 3;
    readonly manifest: number;
    readonly key: number;
    readonly signature: number;
  };
}

interface Texts {
  readonly vehicle: string;
  readonly manifest: string;
  readonly key: string;
  readonly signature: string;
}

type Lines = readonly (string | undefined)[];
type Expected = readonly [Part, RegExp | string];

const newline = 10;
const firstEvent = 4;
const closing = '],';
const event =
  /^\{"version":(\d+),"recordedAt":"([^"\\]*)","source":"((?:[^"\\]|\\.)*)","content":(\{.*\}),"contentHash":"([0-9a-f]{64})","chainHash":"([0-9a-f]{64})"\}$/s;
const head: readonly Expected[] = [
  ['layout', '{'],
  ['layout', `"format":"${historyFormat}",`],
  ['vehicle', /^"vehicle":(?<vehicle>\{.*\}),$/s],
  ['layout', '"events":['],
];
const tail: readonly Expected[] = [
  ['layout', closing],
  ['manifest', /^"manifest":(?<manifest>\{[^{}]*\}),$/],
  ['key', /^"key":(?<key>\{[^{}]*\}),$/],
  ['signature', /^"signature":"(?<signature>[^"]*)"$/],
  ['layout', '}'],
  ['layout', ''],
];

/** Takes a file apart by its lines: whatever a byte was changed into, the other lines still stand. */
export function readHistory(bytes: Bytes): ReadHistory | Fault {
  const raw = linesOf(bytes);
  const lines = raw.map(textOf);
  const beginning = take(lines, head, 0);
  if ('part' in beginning) return beginning;
  const end = lines.lastIndexOf(closing);
  if (end < firstEvent) return faultOfOpenEnd(raw);
  const ending = take(lines, tail, end);
  if ('part' in ending) return ending;
  const extra = end + tail.length;
  if (lines.length > extra) return { part: 'layout', what: 'altered', line: extra };
  return {
    ...(beginning.texts as Pick<Texts, 'vehicle'>),
    ...(ending.texts as Omit<Texts, 'vehicle'>),
    events: lines.slice(firstEvent, end).map(eventLine),
    lines: { vehicle: 3, manifest: end + 2, key: end + 3, signature: end + 4 },
  };
}

/** What the lines from a place on say, each in its form; or the first that does not have it. */
function take(lines: Lines, expected: readonly Expected[], from: number): { readonly texts: object } | Fault {
  const texts: Record<string, string> = {};
  for (const [at, [part, form]] of expected.entries()) {
    const text = lines[from + at];
    const match = form instanceof RegExp ? form.exec(text ?? '') : text === form && {};
    if (!match) return { part, what: from + at < lines.length ? 'altered' : 'missing', line: from + at + 1 };
    Object.assign(texts, 'groups' in match && match.groups);
  }
  return { texts };
}

/** The line that closes the events is not there: it was changed, or the last event took it in, or the file is cut off. */
function faultOfOpenEnd(raw: readonly Bytes[]): Fault {
  // Only to name it: whatever these bytes are, they can be looked through.
  const lines = raw.map((bytes) => new TextDecoder('latin1').decode(bytes));
  const manifest = lines.findIndex((line) => line.includes('"manifest":{'));
  if (manifest === -1) return firstMissing(raw);
  const before = lines[manifest - 1] ?? '';
  const isEvent = before.startsWith('{"version":') && lines[manifest]?.startsWith('"manifest"') === true;
  if (!isEvent) return { part: 'layout', what: 'altered', line: manifest };
  return {
    part: 'event',
    what: 'altered',
    version: manifest - firstEvent,
    eventId: idIn(before),
    line: manifest,
  };
}

/** Of a file that is cut off among its events: the first that is not there as a whole. */
function firstMissing(raw: readonly Bytes[]): Fault {
  const isWhole = eventLine(textOf(raw.at(-1) ?? new Uint8Array()), 0).record !== undefined;
  const line = raw.length + (isWhole ? 1 : 0);
  const version = line - firstEvent;
  return version > 0
    ? { part: 'event', what: 'missing', version, eventId: null, line }
    : { part: 'layout', what: 'missing', line };
}

function linesOf(bytes: Bytes): Bytes[] {
  const lines: Bytes[] = [];
  let from = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function eventLine(line: string | undefined, at: number): EventLine {
  const comma = line?.endsWith(',') === true;
  const text = comma ? line.slice(0, -1) : line;
  return { text, comma, line: at + firstEvent + 1, record: text === undefined ? undefined : recordIn(text) };
}

function recordIn(text: string): HistoryRecord | undefined {
  const match = event.exec(text);
  if (!match) return undefined;
  const [, version, recordedAt = '', source = '', content = '', contentHash = '', chainHash = ''] = match;
  return { version: Number(version), recordedAt, source, content, contentHash, chainHash };
}

/** The id that an event's content names. */
export function idIn(text: string): string | null {
  return /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? null;
}
