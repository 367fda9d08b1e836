import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..', '..');

const {
  ODOLOG_URL,
  CHROME_PATH,
  ODOLOG_PAGES_DATA_DIR,
  ODOLOG_PAGES_VEHICLES,
  ODOLOG_PAGES_EVENTS,
  ...environment
} = process.env;

export const config = {
  /** A running product to measure; without it one is started, of what is built, and ended again. */
  url: ODOLOG_URL,
  chromePath: CHROME_PATH,
  /** Kept with the fleet in it, so that a later run measures at once; without it a folder that is removed again. */
  dataDir: ODOLOG_PAGES_DATA_DIR && path.resolve(ODOLOG_PAGES_DATA_DIR),
  vehicles: Number(ODOLOG_PAGES_VEHICLES ?? 200),
  events: Number(ODOLOG_PAGES_EVENTS ?? 200_000),
  environment,
};
