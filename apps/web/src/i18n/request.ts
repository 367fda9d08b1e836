import { getRequestConfig } from 'next-intl/server';
import { viewerLanguage } from './viewer-language';
import type en from '../../../../libs/words/messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof en;
  }
}

/** The language of the interface. Dates, numbers and units follow the viewer's locale instead, see format/. */
export default getRequestConfig(async () => {
  const { language, wordsLocale } = await viewerLanguage();
  const { default: messages } = (await import(`../../../../libs/words/messages/${language}.json`)) as {
    default: typeof en;
  };
  return { locale: wordsLocale, messages: shownOf(messages), timeZone: 'UTC' };
});

const shown = new WeakMap<typeof en, typeof en>();

/** What only the API and the worker say stays out of the pages. The same object for the same language. */
function shownOf(messages: typeof en): typeof en {
  const known = shown.get(messages);
  if (known) return known;
  const { said: _said, samples: _samples, mails: _mails, archive: _archive, ...rest } = messages;
  shown.set(messages, rest as typeof en);
  return rest as typeof en;
}
