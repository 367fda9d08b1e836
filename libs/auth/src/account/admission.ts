import { AsyncLocalStorage } from 'node:async_hooks';

/** Messages that anybody may have sent to an address; all others tell of what its owner has done. */
export const askedByAnybody = ['verify', 'reset', 'alreadySignedUp'] as const;

/** What whoever mounts the identity provider decides in the midst of a request. */
export interface Admission {
  /** Whether a message may be sent to an address: asked once for each that is about to leave. */
  mail(kind: (typeof askedByAnybody)[number], to: string): Promise<boolean>;
  /**
   * Is told of a code before it is verified.
   *
   * @param account the address of the account whose second factor it may be
   * @param isSignIn whether it is the second step of a sign-in; else it turns the factor on
   * @throws Problem `rate-limited`
   */
  code(kind: 'app' | 'backup', account: string, isSignIn: boolean): Promise<void>;
}

/** Of the request that is being answered. */
export const admission = new AsyncLocalStorage<Admission>();
