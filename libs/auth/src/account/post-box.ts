import type { Mail, Mailer } from '@odolog/mail';
import { queueAfterTransactionHook } from '@better-auth/core/context';
import { admission, askedByAnybody } from './admission.js';

/** Where messages are left to be sent. */
export interface PostBox {
  /**
   * Leaves a message, unless it is one that anybody may ask for and is not admitted: it is sent when the transaction is through, or at once without one, and not at all when it is rolled
   * back. Nobody waits for the mail server, so an answer takes as long with a message as without.
   */
  leave(kind: string, mail: Mail): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  empty(): Promise<void>;
}

/** @param onLost is told why a message did not leave; never for whom it was */
export function createPostBox(mailer: Mailer, onLost: (error: unknown) => void): PostBox {
  const onTheWay = new Set<Promise<void>>();
  const send = (mail: Mail): void => {
    const sending = mailer.send(mail).catch(onLost);
    onTheWay.add(sending);
    void sending.finally(() => onTheWay.delete(sending));
  };
  return {
    leave: async (kind, mail) => {
      const asked = askedByAnybody.find((each) => each === kind);
      if (asked && (await admission.getStore()?.mail(asked, mail.to)) === false) return;
      await queueAfterTransactionHook(async () => send(mail));
    },
    empty: async () => void (await Promise.all(onTheWay)),
  };
}
