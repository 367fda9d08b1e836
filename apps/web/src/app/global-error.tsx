'use client';

import { useSyncExternalStore } from 'react';
import '@/styles/index.css';
import { chosenLanguage } from '@/i18n/language-cookie';
import { lastResort } from '@/i18n/last-resort.gen';
import { chosenTheme } from '@/theme/theme';
import { letters } from './letters';

/** The last resort, when not even the layout could be made: it relies on nothing but its own words, and on what this browser keeps. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const locale = useSyncExternalStore(never, spokenLocale, () => 'en');
  const theme = useSyncExternalStore(never, chosenTheme, () => 'system');
  const { title, words, tryAgain } = wordsIn(locale)!;
  return (
    <html lang={locale} data-theme={theme} className={letters}>
      <body>
        <main className="lost">
          <h1>{title}</h1>
          <p className="muted">{words}</p>
          <button type="button" className="btn btn--go btn--tap" onClick={reset}>
            {tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}

const wordsIn = (locale: string) => lastResort[locale] ?? lastResort[locale.split('-')[0]!];

/** That of the page that failed, else what was chosen here, else the browser's, of those that there are words in. */
function spokenLocale(): string {
  const wanted = [document.documentElement.lang, chosenLanguage() ?? '', ...navigator.languages];
  return wanted.find((locale) => wordsIn(locale)) ?? 'en';
}

const never = () => () => {};
