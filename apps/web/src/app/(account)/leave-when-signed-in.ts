import { redirect } from 'next/navigation';
import { isSignedIn } from '@/session/server-session';

/** Pages for those who are not in yet send everyone else home. */
export async function leaveWhenSignedIn(): Promise<void> {
  if (await isSignedIn()) redirect('/');
}
