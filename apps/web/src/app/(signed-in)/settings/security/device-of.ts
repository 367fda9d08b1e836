const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?Chrome\/|\bCriOS\//],
  ['Safari', /\bVersion\/.*Safari\//],
] as const;
const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
] as const;

/** A browser and what it runs on, as far as it says: enough to recognise one's own devices. */
export function deviceOf(userAgent: string | null): string | undefined {
  const found = (of: readonly (readonly [string, RegExp])[]) =>
    of.find(([, pattern]) => userAgent && pattern.test(userAgent))?.[0];
  const parts = [found(browsers), found(systems)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
