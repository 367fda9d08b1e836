/** What a browser would send back of an answer's cookies. */
export function cookiesOf({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string {
  return [headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}
