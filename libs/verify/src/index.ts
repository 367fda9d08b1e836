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
export { publicKey } from './check-seal.js';
export { sayFault, sayVerdict, type Fault, type Verdict } from './verdict.js';
export { verifyHistory } from './verify-history.js';
