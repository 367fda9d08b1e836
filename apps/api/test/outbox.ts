import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestApp } from './test-app.js';

/** What was sent to an address, oldest first: subject and text as a person reads them. */
export async function messagesTo({ resources }: TestApp, email: string): Promise<Message[]> {
  const { outboxDir } = resources.config.mail;
  const files = (await readdir(outboxDir)).filter((name) => name.endsWith('.eml')).toSorted();
  const raw = await Promise.all(files.map((name) => readFile(path.join(outboxDir, name), 'utf8')));
  return raw.filter((message) => message.includes(`\nTo: ${email}\n`)).map(parse);
}

export interface Message {
  readonly subject: string;
  readonly text: string;
}

function parse(raw: string): Message {
  const [head = '', ...body] = raw.split('\n\n');
  const text = body.join('\n\n');
  const encoded = /quoted-printable/i.test(head);
  return {
    subject: decoded(/^Subject: (.*(?:\n .*)*)$/m.exec(head)?.[1] ?? ''),
    text: encoded ? unquote(text) : text,
  };
}

/** A header with other letters than English ones: `=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=`. */
function decoded(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, words: string) => unquote(words.replaceAll('_', ' ')));
}

function unquote(text: string): string {
  const bytes = text
    .replaceAll('=\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
