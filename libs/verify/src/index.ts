export {
  historyFormat,
  sealHeader,
  writeHistory,
  type History,
  type HistoryRecord,
  type PublicKey,
  type SealClaims,
  type Signer,
} from './history-file.js';
export { handoverDigests } from './check-handovers.js';
export { publicKey } from './check-seal.js';
export { firstRecordedAt, handoverHeader, transferSource, type HandoverClaims } from './handover.js';
export { sayVerdict, type Fault, type Handover, type Verdict } from './verdict.js';
export { verifyHistory } from './verify-history.js';
