'use client';

import { NextIntlClientProvider, type Messages } from 'next-intl';
import type { ReactNode } from 'react';

/** By their text: one language in a browser, a few in the server. */
const parsed = new Map<string, Messages>();

interface WordsProps {
  readonly locale: string;
  /** All messages of the language, as JSON: sent as one text they cost a page a tenth of what they do one by one. */
  readonly text: string;
  readonly children: ReactNode;
}

/** The words of the interface, for the components of the browser. */
export function Words({ locale, text, children }: WordsProps) {
  let messages = parsed.get(text);
  if (!messages) parsed.set(text, (messages = JSON.parse(text) as Messages));
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
