const shortestSecret = 32;
const shortestPassword = 12;
const shortestForeign = 8;
const fewestCharacters = 10;
const longestPeriod = 12;

/** Words that people write where a secret is to come. Long enough that chance does not write them. */
const placeholder =
  /secret|passw[o0]rd|change[-_ ]?(me|this|it)|default|example|insecure|placeholder|replace|development|odolog|(^|[-_ ])(dev|test|local|todo)([-_ ]|$)/i;

/**
 * A secret that nobody can guess: long, not a word that stands in documentation, not a few characters over and over.
 *
 * @returns undefined for what cannot be used
 */
export function asSecret(text: string): string | undefined {
  const isWeak =
    text.length < shortestSecret ||
    new Set(text).size < fewestCharacters ||
    isRepeated(text) ||
    placeholder.test(text);
  return isWeak ? undefined : text;
}

/**
 * Where a database is. Its password, if it takes one, must not be one that others try first.
 *
 * @returns undefined for what cannot be used
 */
export function asDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) return undefined;
  return url.password === '' || isPassword(decodeURIComponent(url.password)) ? text : undefined;
}

/** Where another server is. Its password, if it takes one, must not be one that stands in examples. */
export function asServerUrl(protocols: readonly string[]): (text: string) => string | undefined {
  return (text) => {
    const url = URL.parse(text);
    if (!url || !protocols.includes(url.protocol)) return undefined;
    return url.password === '' || asForeignSecret(decodeURIComponent(url.password)) ? text : undefined;
  };
}

/**
 * A secret that others gave out, who may count on eight characters (NIST SP 800-63B).
 *
 * @returns undefined for what cannot be used
 */
export function asForeignSecret(text: string): string | undefined {
  return isPassword(text, shortestForeign) ? text : undefined;
}

function isPassword(text: string, shortest = shortestPassword): boolean {
  return text.length >= shortest && !isRepeated(text) && !placeholder.test(text);
}

function isRepeated(text: string): boolean {
  for (let period = 1; period <= Math.min(longestPeriod, text.length / 2); period += 1) {
    const isSame = text.slice(period) === text.slice(0, -period);
    if (isSame) return true;
  }
  return false;
}
