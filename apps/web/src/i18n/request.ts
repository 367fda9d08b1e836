import { getRequestConfig } from 'next-intl/server';
import { languageOf } from './languages';
import type en from '../../messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof en;
  }
}

/** The language of the interface. Dates, numbers and units follow the viewer's locale instead, see format/. */
export default getRequestConfig(async () => {
  const locale = languageOf('en');
  const { default: messages } = (await import(`../../messages/${locale}.json`)) as { default: typeof en };
  return { locale, messages, timeZone: 'UTC' };
});
