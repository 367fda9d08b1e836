import type { Mail, Mailer } from '@odolog/mail';
import { queueAfterTransactionHook } from '@better-auth/core/context';
import { AsyncLocalStorage } from 'node:async_hooks';

/** Where messages are left to be sent. */
export interface PostBox {
  /**
   * Leaves a message: it is sent when the transaction is through, or at once without one, and not at all when it is rolled
   * back. Nobody waits for the mail server, so an answer takes as long with a message as without.
   */
  leave(mail: Mail): Promise<void>;
  /** Does something during which nothing is taken: what is left meanwhile is thrown away. */
  keepShut<T>(act: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is on its way any more. */
  empty(): Promise<void>;
}

/** @param onLost is told why a message did not leave; never for whom it was */
export function createPostBox(mailer: Mailer, onLost: (error: unknown) => void): PostBox {
  const onTheWay = new Set<Promise<void>>();
  const shut = new AsyncLocalStorage<true>();
  const send = (mail: Mail): void => {
    const sending = mailer.send(mail).catch(onLost);
    onTheWay.add(sending);
    void sending.finally(() => onTheWay.delete(sending));
  };
  return {
    leave: async (mail) => {
      if (!shut.getStore()) await queueAfterTransactionHook(async () => send(mail));
    },
    keepShut: (act) => shut.run(true, act),
    empty: async () => void (await Promise.all(onTheWay)),
  };
}
