import localFont from 'next/font/local';

/**
 * `optional`: letters that come late are for the next page. Exchanged under the reader, they would break lines elsewhere. So the
 * letters instead of them need no measures like theirs, and a browser that draws its first page looks for one family less.
 */
const latin = localFont({
  src: '../../../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-latin',
  display: 'optional',
  adjustFontFallback: false,
});
const latinExt = localFont({
  src: '../../../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-latin-ext',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0' }],
});

/** For the root of every page: names the letters that the styles ask for. */
export const letters = `${latin.variable} ${latinExt.variable}`;
