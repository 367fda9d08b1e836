/** What a browser says with each request, best first: `de-AT,de;q=0.9,en;q=0.8`. Anything that is no language tag is left out. */
export function acceptedLocales(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((piece) => piece.startsWith('q='));
      return { tag, weight: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => weight > 0 && isLanguageTag(tag))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** Also of cookies, which anybody may have written. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
