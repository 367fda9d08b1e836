import 'server-only';
import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';

const texts = new WeakMap<Messages, string>();

/** The messages of the viewer's language as JSON, written once a language. */
export async function wordsText(): Promise<string> {
  const messages = await getMessages();
  const known = texts.get(messages);
  if (known !== undefined) return known;
  const text = JSON.stringify(messages);
  texts.set(messages, text);
  return text;
}
