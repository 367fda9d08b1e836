import { sendWaiting } from '../waiting/send-waiting';

/** Sends what waits and tells the windows. The browser tries again later when this is rejected. */
export async function sendInTheBackground(): Promise<void> {
  const { sent, ended } = await sendWaiting();
  const channel = new BroadcastChannel('odolog-waiting');
  const last = sent.at(-1);
  channel.postMessage(last ? { position: last.recorded.position } : {});
  channel.close();
  if (ended === 'unreachable') throw new Error('There are entries left to send');
}
