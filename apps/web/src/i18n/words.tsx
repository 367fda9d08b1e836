'use client';

import { NextIntlClientProvider, type Messages } from 'next-intl';
import { use, type ReactNode } from 'react';

interface WordsProps {
  /** Of the words: a file of messages. */
  readonly language: string;
  /** By which they tell numbers and plurals. */
  readonly locale: string;
  readonly children: ReactNode;
}

/**
 * The words of the interface, for the components of the browser. They are a file of the build like any script, kept by the
 * browser: written into every page they were a third of it.
 */
export function Words({ language, locale, children }: WordsProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={use(messagesIn(language))} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** One language in a browser, a few in the server. */
const known = new Map<string, Promise<Messages>>();

function messagesIn(language: string): Promise<Messages> {
  const asked = known.get(language) ?? read(language);
  known.set(language, asked);
  // Whoever tries again asks again.
  asked.catch(() => known.delete(language));
  return asked;
}

async function read(language: string): Promise<Messages> {
  const { default: messages } = (await import(`../../../../libs/words/messages/${language}.json`)) as {
    default: Messages;
  };
  return messages;
}
