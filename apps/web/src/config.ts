/** What the web process is told by its environment, read once. */
export const config = Object.freeze({
  /** Where the API answers inside; a server component's requests go there. */
  apiUrl: (process.env.ODOLOG_API_URL ?? process.env.ODOLOG_URL ?? 'http://localhost:3000').replace(
    /\/$/,
    '',
  ),
  /** The public origin. The identity provider checks it on writes. */
  publicUrl: (process.env.ODOLOG_URL ?? 'http://localhost:3000').replace(/\/$/, ''),
  /** The languages that have a file in messages/, as next.config.ts found them when the pages were built. */
  languages: (process.env.ODOLOG_LANGUAGES ?? 'en').split(','),
  /** Whether this is the server, and not the edge, for which Next builds as well. */
  isServer: process.env.NEXT_RUNTIME === 'nodejs',
  /** `next dev`. */
  isDevelopment: process.env.NODE_ENV === 'development',
});
