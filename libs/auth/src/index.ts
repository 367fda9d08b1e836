export { isApiKey, newApiKey, verifyApiKey, type NewApiKey } from './api-keys.js';
export { auditActions, recordAudit, type AuditAction, type AuditEntry } from './audit.js';
export {
  createIdentityProvider,
  type IdentityProvider,
  type IdentityProviderConfig,
} from './identity-provider.js';
export { fetchKeys } from './discovery.js';
export { keySet } from './key-set.js';
export type { Admission, TriedCode } from './account/admission.js';
export type { Account, Passkey } from './account-of.js';
export type { PasswordHash } from './account/account-options.js';
export type { Session } from './sessions.js';
export { membershipsOf, type Membership } from './memberships.js';
export type { Claims, MembershipRule, OutsideProvider, ProvidedRole } from './outside-provider.js';
export { tokenVerifier, type Identity, type TrustedIssuer } from './verify-token.js';
