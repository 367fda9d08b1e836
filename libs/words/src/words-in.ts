import { IntlMessageFormat } from 'intl-messageformat';
import { languageOf } from './choose-language.js';
import { languages, messagesIn } from './message-files.js';

/** What stands in for the names in braces; numbers choose plurals and are written as the locale writes them. */
export type Arguments = Readonly<Record<string, string | number>>;

/** What the server says to one reader. */
export interface Words {
  /** A sentence of an event's summary or of the sample garage, by its English, which it stays without a translation. */
  readonly say: (english: string, values?: Arguments) => string;
  /** Whether a sentence has words of this language. */
  readonly knows: (english: string) => boolean;
  /** A text by its key in the messages, such as `mails.reset.subject`. */
  readonly text: (key: string, values?: Arguments) => string;
}

const made = new Map<string, Words>();

/** The words of a locale such as `de-AT`: those of its language, English where there are none. */
export function wordsIn(locale: string): Words {
  const known = made.get(locale);
  if (known) return known;
  const words = makeWords(locale);
  made.set(locale, words);
  return words;
}

function makeWords(locale: string): Words {
  const isSpoken = languages().includes(languageOf(locale));
  const messages = messagesIn(isSpoken ? languageOf(locale) : 'en');
  const formats = new Map<string, IntlMessageFormat>();
  const filled = (message: string, values: Arguments = {}): string => {
    const format =
      formats.get(message) ??
      new IntlMessageFormat(message, isSpoken ? locale : 'en', undefined, { ignoreTag: true });
    formats.set(message, format);
    return String(format.format(values));
  };
  const sentence = (english: string) => messages.get(`said.${english}`) ?? messages.get(`samples.${english}`);
  return {
    say: (english, values) => filled(sentence(english) ?? english, values),
    knows: (english) => sentence(english) !== undefined,
    text: (key, values) => {
      const message = messages.get(key);
      if (message === undefined) throw new Error(`No message ${key}`);
      return filled(message, values);
    },
  };
}
