export { checkAllChains, type ChainReport } from './check-all-chains.js';
export { checkChain, lastChainCheck, type ChainCheck } from './chain-check.js';
export { exportHistory, type ExportRequest, type IssuedHistory } from './export-history.js';
export { findTenantOfExport, readExports, type IssuedExport } from './issued-export.js';
export { requireUnchanged } from './require-unchanged.js';
export { sealHandover, type Handover } from './seal-handover.js';
export { findPublicKey, replaceKey, tenantSigner, type KeyRequest } from './tenant-key.js';
export { readVerificationCode } from './verification-code.js';
