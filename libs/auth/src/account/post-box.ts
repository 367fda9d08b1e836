import type { Mail, Mailer } from '@odolog/mail';
import { queueAfterTransactionHook } from '@better-auth/core/context';
import { AsyncLocalStorage } from 'node:async_hooks';

/** Messages that anybody may have sent to an address; all others tell of what its owner has done. */
const askedByAnybody = ['verify', 'reset', 'alreadySignedUp'] as const;
export type AskedMail = (typeof askedByAnybody)[number];

/** Whether a message of a kind may be sent to an address: asked once for each that is about to leave. */
export type AdmitMail = (kind: AskedMail, to: string) => Promise<boolean>;

/** Where messages are left to be sent. */
export interface PostBox {
  /**
   * Leaves a message: it is sent when the transaction is through, or at once without one, and not at all when it is rolled
   * back. Nobody waits for the mail server, so an answer takes as long with a message as without.
   */
  leave(kind: string, mail: Mail): Promise<void>;
  /** Does something during which messages that anybody may ask for are thrown away when they are not admitted. */
  guardedBy<T>(admits: AdmitMail, act: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is on its way any more. */
  empty(): Promise<void>;
}

/** @param onLost is told why a message did not leave; never for whom it was */
export function createPostBox(mailer: Mailer, onLost: (error: unknown) => void): PostBox {
  const onTheWay = new Set<Promise<void>>();
  const guard = new AsyncLocalStorage<AdmitMail>();
  const send = (mail: Mail): void => {
    const sending = mailer.send(mail).catch(onLost);
    onTheWay.add(sending);
    void sending.finally(() => onTheWay.delete(sending));
  };
  return {
    leave: async (kind, mail) => {
      const admits = guard.getStore();
      const asked = askedByAnybody.find((each) => each === kind);
      if (asked && admits && !(await admits(asked, mail.to))) return;
      await queueAfterTransactionHook(async () => send(mail));
    },
    guardedBy: (admits, act) => guard.run(admits, act),
    empty: async () => void (await Promise.all(onTheWay)),
  };
}
