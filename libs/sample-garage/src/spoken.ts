/** Says an English sentence in the language of whoever looks around. */
export type Say = (english: string) => string;

/** Where people write in words of their own; everything else is codes, measures and names. */
const wordy = new Set(['title', 'reason', 'description', 'text', 'color']);

/** The same thing with its sentences said; for what comes out of JSON. */
export function spoken<Thing>(thing: Thing, say: Say): Thing {
  return inWords(thing, say) as Thing;
}

function inWords(value: unknown, say: Say): unknown {
  if (Array.isArray(value)) return value.map((each) => inWords(each, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      wordy.has(key) && typeof inner === 'string' ? say(inner) : inWords(inner, say),
    ]),
  );
}
