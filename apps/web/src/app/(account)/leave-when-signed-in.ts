import { redirect } from 'next/navigation';
import { isSignedIn } from '@/session/server-session';

/** Pages for those who are not in yet send everyone else to the page that was asked for, or home. */
export async function leaveWhenSignedIn(page = '/'): Promise<void> {
  if (await isSignedIn()) redirect(page);
}
