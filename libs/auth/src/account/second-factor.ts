import { passkey } from '@better-auth/passkey';
import { APIError } from '@better-auth/core/error';
import { twoFactor } from 'better-auth/plugins/two-factor';

/**
 * Codes of an authenticator app, and backup codes that work once each. Codes by mail are no second factor: mail resets the
 * password. Wrong ones are counted by whoever mounts this, for the account and for where they come from.
 */
export const secondFactor = twoFactor({ issuer: 'Odolog', accountLockout: { enabled: false } });

/** Paths of codes by mail, which are not offered. */
export const codesByMail = ['/two-factor/send-otp', '/two-factor/verify-otp'];

/**
 * Passkeys stand for password and second factor in one: so the device must have verified its person, by a finger, a face or
 * a PIN, and not only that somebody touched it.
 */
export function passkeys(publicUrl: string) {
  return passkey({
    rpName: 'Odolog',
    rpID: new URL(publicUrl).hostname,
    origin: publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        requireVerified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
    },
  });
}

function requireVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { code: 'PERSON_NOT_VERIFIED' });
}
