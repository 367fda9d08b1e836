export { isApiKey, newApiKey, verifyApiKey, type NewApiKey } from './api-keys.js';
export { auditActions, recordAudit, type AuditAction, type AuditEntry } from './audit.js';
export {
  createIdentityProvider,
  type IdentityProvider,
  type IdentityProviderConfig,
} from './identity-provider.js';
export type { Session } from './sessions.js';
export { membershipsOf, type Membership } from './memberships.js';
export { keysAt, keysFrom, tokenVerifier, type Identity, type TrustedIssuer } from './verify-token.js';
