import { changes, tellSent, type Change } from '../waiting/changes';
import { sendWaiting } from '../waiting/send-waiting';
import { stopSendingFiles } from '../waiting/with-file-sent';

/** Sends what waits and tells the windows. The browser tries again later when this is rejected. */
export async function sendInTheBackground(): Promise<void> {
  changes().onmessage = ({ data }: MessageEvent<Change>) =>
    data.withdrawn && stopSendingFiles(data.withdrawn, data.forGood);
  const { sent, ended } = await sendWaiting();
  tellSent(sent);
  if (ended === 'unreachable') throw new Error('There are entries left to send');
}
