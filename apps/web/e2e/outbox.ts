import type { BrowserContext } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from './app';
import { outboxDir } from './config';

/** The link in the last message to an address with this in it, as a person finds it in the outbox. */
export async function linkMailedTo(email: string, words: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const files = (await readdir(outboxDir)).filter((name) => name.endsWith('.eml')).toSorted();
      const messages = await Promise.all(files.map((name) => readFile(path.join(outboxDir, name), 'utf8')));
      const last = messages.findLast((text) => text.includes(`To: ${email}\n`) && text.includes(words));
      link = last && /^http\S+$/m.exec(last.replaceAll('=\n', '').replaceAll('=3D', '='))?.[0];
      return link;
    })
    .toBeTruthy();
  return link!;
}

/** Confirms the address of whoever is signed in, by the link that was sent at sign-up. */
export async function confirmAddress({ request }: BrowserContext, email: string): Promise<void> {
  const { searchParams } = new URL(await linkMailedTo(email, 'Confirm your address'));
  const confirmed = await request.get('/api/auth/verify-email', {
    params: { token: searchParams.get('token')! },
  });
  expect(confirmed.ok(), await confirmed.text()).toBe(true);
}
