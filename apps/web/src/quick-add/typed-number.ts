/** The signs that a locale writes decimals and groups with. */
function signsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
}

/**
 * A typed number as a plain decimal ("61,847" and "1.299,50" become "61847" and "1299.50"), or null when it is none.
 * The locale decides what a lone sign means; what it cannot mean there ("14,21" in English) is read as a decimal sign.
 */
export function plainDecimal(typed: string, locale: string): string | null {
  const { decimal, group } = signsOf(locale);
  const text = typed
    .trim()
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace('−', '-');
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group || ','}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = grouped.test(text)
    ? text.replaceAll(group || ',', '').replace(decimal, '.')
    : text.replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return plain
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
}

/** A number as it would be typed in a locale: its decimal sign, no groups. */
export function typedNumber(value: number | string, locale: string): string {
  const { decimal } = signsOf(locale);
  return String(value).replace('.', decimal);
}
