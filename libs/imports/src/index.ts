export { checkEconomies, differences, type EconomyCheck, type ToldFill } from './check-economies.js';
export type { DateOrder } from './dates.js';
export { detectFormat, importFormats } from './formats.js';
export type { DraftBody, ImportFormat } from './import-format.js';
export { readFile } from './read-file.js';
export {
  readingRows,
  readRows,
  type AcceptedRow,
  type Draft,
  type ReadRows,
  type RefusedRow,
} from './read-rows.js';
export type { Declared, Settings } from './settings.js';
export { saidReadings } from './said-readings.js';
export { unlikelyLast } from './unlikely-last.js';
export type { ToldEconomy } from './told-economy.js';
