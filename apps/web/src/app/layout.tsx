import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import '@/styles/index.css';
import { earlyActionsScript } from '@/hydration/early-actions';
import { Hydrated } from '@/hydration/hydrated';
import { directionOf } from '@/i18n/languages';
import { viewerLanguage } from '@/i18n/viewer-language';
import { Words } from '@/i18n/words';
import { ReadAgainProvider } from '@/refresh/behind';
import { RefreshProvider } from '@/refresh/refresh';
import { nonceHeader } from '@/security/content-security-policy';
import { coloursAround, themeCookie, themeIn } from '@/theme/theme';
import { letters } from './letters';

export const metadata: Metadata = {
  title: { default: 'Odolog', template: '%s · Odolog' },
  description: 'The whole history of your vehicles, on one timeline.',
  appleWebApp: { title: 'Odolog', statusBarStyle: 'default' },
};

export async function generateViewport(): Promise<Viewport> {
  const { light, dark } = coloursAround(themeIn((await cookies()).get(themeCookie)?.value));
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  const theme = themeIn((await cookies()).get(themeCookie)?.value);
  const { language, wordsLocale: locale } = await viewerLanguage();
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme} className={letters}>
      <head>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyActionsScript }} />
      </head>
      <body>
        <Words language={language} locale={locale}>
          <RefreshProvider>
            <ReadAgainProvider>{children}</ReadAgainProvider>
          </RefreshProvider>
        </Words>
        <Hydrated />
      </body>
    </html>
  );
}
