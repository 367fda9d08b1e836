import Type from 'typebox';
import { route } from '../http/contract.js';
import { closed, named } from '../http/schema.js';
import { givenPassword, Session, Status } from './identity.contract.js';

const tag = 'Identity';
const Ceremony = Type.Record(Type.String(), Type.Unknown(), { description: 'As in WebAuthn' });
const BackupCodes = Type.Array(Type.String(), { description: 'Work once each, and are shown only now' });

export const enableTwoFactor = route({
  method: 'POST',
  path: '/auth/two-factor/enable',
  operation: 'enableTwoFactor',
  tag,
  access: 'public',
  summary:
    'A secret for an authenticator app; asked for at sign-in once a code of it was verified. The address must be confirmed',
  body: named('TwoFactorStart', closed({ password: givenPassword })),
  answers: {
    200: Type.Object({ method: Type.Literal('totp'), totpURI: Type.String(), backupCodes: BackupCodes }),
  },
  problems: ['password-wrong', 'unauthenticated', 'forbidden'],
});
export const verifyTotp = route({
  method: 'POST',
  path: '/auth/two-factor/verify-totp',
  operation: 'verifyTotp',
  tag,
  access: 'public',
  summary: 'The code of the authenticator app: the second step of a sign-in, or the last of setting it up',
  body: named('TotpCode', closed({ code: Type.String({ minLength: 1, maxLength: 6 }) })),
  answers: { 200: Session },
  problems: ['unauthenticated'],
});
export const verifyBackupCode = route({
  method: 'POST',
  path: '/auth/two-factor/verify-backup-code',
  operation: 'verifyBackupCode',
  tag,
  access: 'public',
  summary: 'A backup code as the second step of a sign-in',
  body: named('BackupCode', closed({ code: Type.String({ minLength: 1, maxLength: 40 }) })),
  answers: { 200: Session },
  problems: ['unauthenticated', 'conflict'],
});
export const generateBackupCodes = route({
  method: 'POST',
  path: '/auth/two-factor/generate-backup-codes',
  operation: 'generateBackupCodes',
  tag,
  access: 'public',
  summary: 'New backup codes in place of the old ones',
  body: named('BackupCodesRequest', closed({ password: givenPassword })),
  answers: { 200: Type.Object({ status: Type.Boolean(), backupCodes: BackupCodes }) },
  problems: ['password-wrong', 'unauthenticated'],
});
export const disableTwoFactor = route({
  method: 'POST',
  path: '/auth/two-factor/disable',
  operation: 'disableTwoFactor',
  tag,
  access: 'public',
  summary: 'The password alone is enough again',
  body: named('TwoFactorEnd', closed({ password: givenPassword })),
  answers: { 200: Status },
  problems: ['password-wrong', 'unauthenticated'],
});
export const startPasskey = route({
  method: 'GET',
  path: '/auth/passkey/generate-register-options',
  operation: 'startPasskey',
  tag,
  access: 'public',
  summary: 'What the browser needs to make a passkey; the session must be a new one, the address confirmed',
  answers: { 200: Ceremony },
  problems: ['unauthenticated', 'forbidden'],
});
export const addPasskey = route({
  method: 'POST',
  path: '/auth/passkey/verify-registration',
  operation: 'addPasskey',
  tag,
  access: 'public',
  summary: 'Adds the passkey that the browser made',
  body: named(
    'NewPasskey',
    closed({ response: Ceremony, name: Type.Optional(Type.String({ maxLength: 60 })) }),
  ),
  answers: { 200: Ceremony },
  problems: ['unauthenticated', 'forbidden'],
});
export const startPasskeySignIn = route({
  method: 'GET',
  path: '/auth/passkey/generate-authenticate-options',
  operation: 'startPasskeySignIn',
  tag,
  access: 'public',
  summary: 'What the browser needs to sign in by a passkey',
  answers: { 200: Ceremony },
});
export const signInByPasskey = route({
  method: 'POST',
  path: '/auth/passkey/verify-authentication',
  operation: 'signInByPasskey',
  tag,
  access: 'public',
  summary: 'Sets the session cookie; needs no second factor, since the device has verified the person',
  body: named('PasskeyAnswer', closed({ response: Ceremony })),
  answers: { 200: Ceremony },
  problems: ['unauthenticated'],
});
export const deletePasskey = route({
  method: 'POST',
  path: '/auth/passkey/delete-passkey',
  operation: 'deletePasskey',
  tag,
  access: 'public',
  summary:
    'A passkey of the person of the session cookie opens nothing any more; the session must be a new one',
  body: named('PasskeyDeletion', closed({ id: Type.String({ format: 'uuid' }) })),
  answers: { 200: Status },
  problems: ['unauthenticated', 'forbidden', 'last-way-in'],
});
