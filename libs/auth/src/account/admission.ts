import { AsyncLocalStorage } from 'node:async_hooks';

/** Messages that anybody may have sent to an address; all others tell of what its owner has done. */
export const askedByAnybody = ['verify', 'reset', 'alreadySignedUp'] as const;

/** What whoever mounts the identity provider decides in the midst of a request. */
export interface Admission {
  /** Whether a message may be sent to an address: asked once for each that is about to leave. */
  mail(kind: (typeof askedByAnybody)[number], to: string): Promise<boolean>;
  /** Is told of a code before it is verified. @throws Problem `rate-limited` */
  code(tried: TriedCode): Promise<void>;
  /**
   * Is told of a password that somebody who is signed in brings once more, before it is verified.
   *
   * @throws Problem `rate-limited`
   */
  password(tried: { readonly account: string; readonly sessionId: string }): Promise<void>;
}

/** A code that may be one of a second factor. */
export interface TriedCode {
  readonly kind: 'app' | 'backup';
  /** The address of the account. */
  readonly account: string;
  /** Whether it is the second step of a sign-in; else it turns the factor on. */
  readonly isSignIn: boolean;
  /** Whether the account has a backup code that was not used. */
  readonly hasBackupCode: boolean;
}

/** Of the request that is being answered. */
export const admission = new AsyncLocalStorage<Admission>();
