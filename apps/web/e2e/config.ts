/** Where the product runs that the journeys walk through, and the browser that walks. `npm test` gives both. */
export const config = Object.freeze({
  url: process.env['ODOLOG_URL'] ?? 'http://localhost:3000',
  chromium: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  ci: process.env['CI'] === 'true',
});
