import { usableLocale } from '@/i18n/languages';
import type { Named } from '../named-currencies';

/** Ways to write dates and numbers that are offered; a viewer's own is added when it is not among them. */
const offered = [
  'en-GB',
  'en-IE',
  'en-US',
  'en-CA',
  'en-AU',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'nl-NL',
  'es-ES',
  'it-IT',
  'sv-SE',
  'pl-PL',
  'pt-BR',
  'ja-JP',
];

/** Locales by their names, those of every language that the pages speak among them, and an example of how each writes a date and a number. */
export function namedLocales(own: string, spoken: readonly string[]): Named[] {
  const names = new Intl.DisplayNames(usableLocale(own), { type: 'language' });
  const added = spoken.filter((language) => !offered.some((tag) => tag.startsWith(`${language}-`)));
  return [...new Set([own, ...offered, ...added.map(homeOf)])].map((value) => {
    const locale = usableLocale(value);
    const date = new Intl.DateTimeFormat(locale, exampleDate).format(exampleDay);
    return { value, label: `${names.of(value)}: ${date}, ${new Intl.NumberFormat(locale).format(1_528.5)}` };
  });
}

/** `ar-EG` of `ar`: where most of those who speak a language live. */
function homeOf(language: string): string {
  const { region } = new Intl.Locale(language).maximize();
  return region ? `${language}-${region}` : language;
}

/** As most days are written, and no longer than a phone has room for. */
const exampleDate = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const exampleDay = new Date('2026-11-19T00:00:00Z');
