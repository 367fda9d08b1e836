import 'server-only';
import { headers } from 'next/headers';
import { askedPageHeader } from './asked-page-header';

/** The page that this request is for, with what its address asks of it; undefined outside of pages. */
export async function askedPage(): Promise<string | undefined> {
  return (await headers()).get(askedPageHeader) ?? undefined;
}

/** The same where the browser asked for it as a whole, to show it: not for what a link on a page leads to, nor ahead of time. */
export async function askedDocument(): Promise<string | undefined> {
  const asked = await headers();
  const isShown = asked.get('sec-fetch-dest') === 'document' && !asked.has('sec-purpose');
  return isShown ? askedPage() : undefined;
}
