/** What accounts are set up with. */
export interface AccountConfig {
  /** The public origin, without a slash at its end: the links lead there. */
  readonly publicUrl: string;
  /** Nobody gets in before they have confirmed their address. */
  readonly requireVerifiedEmail: boolean;
  /** Of the terms in force, the only ones that somebody who signs up can accept. */
  readonly termsVersion: string;
  /** Is told when somebody signed out, or was signed out by a new password. */
  readonly onSessionEnded: (sessionId: string) => Promise<void>;
  /** Is told when somebody has deleted their account. */
  readonly onPersonRemoved: (userId: string) => Promise<void>;
  /** How passwords are kept; better-auth's scrypt when it is not said, and no variable can say it. */
  readonly passwordHash?: PasswordHash;
}

/** Makes what is kept of a password, and compares. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(kept: { readonly hash: string; readonly password: string }): Promise<boolean>;
}
