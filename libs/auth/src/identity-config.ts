import type { Mailer } from '@odolog/mail';
import type { AccountConfig } from './account/account-config.js';
import type { OutsideSignInConfig } from './outside-sign-in.js';

/** What the built-in identity provider is opened with. */
export interface IdentityProviderConfig extends AccountConfig, OutsideSignInConfig {
  /** Connects as the role that owns schema `auth`. */
  readonly databaseUrl: string;
  /** Signs sessions and encrypts the private keys; at least 32 characters. */
  readonly secret: string;
  readonly mailer: Mailer;
  /** Is told why a message was lost, never for whom it was. */
  readonly onMailLost: (error: unknown) => void;
}
