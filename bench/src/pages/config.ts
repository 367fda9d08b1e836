import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..', '..');

const { ODOLOG_URL, CHROME_PATH, ODOLOG_PAGES_VEHICLES, ODOLOG_PAGES_EVENTS, ...environment } = process.env;

export const config = {
  /** A running product to measure; without it one is started, of what is built, and ended again. */
  url: ODOLOG_URL,
  chromePath: CHROME_PATH,
  vehicles: Number(ODOLOG_PAGES_VEHICLES ?? 200),
  events: Number(ODOLOG_PAGES_EVENTS ?? 200_000),
  environment,
};
