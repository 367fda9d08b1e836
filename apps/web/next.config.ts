import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A language is a file: `de.json` is German. */
const languages = readdirSync(fileURLToPath(new URL('../../libs/words/messages', import.meta.url)))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks them by the compiler that is ours, in a quarter of the time: who only starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The API process, which passes pages on, compresses nothing itself; this is the only place that does.
  compress: true,
  // Of what builds schemas the form takes a tenth; its parser and its errors in twenty languages stay out.
  experimental: { optimizePackageImports: ['typebox'] },
  // Asked for wherever no page names the icon, as for a moment where one is only led on.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  env: { ODOLOG_LANGUAGES: languages.join() },
};

const withIntl = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: {
    // Messages are parsed by the build: the parser is a tenth of what a page would load.
    messages: { path: '../../libs/words/messages', format: 'json', locales: 'infer', precompile: true },
  },
});

export default withIntl(config);
