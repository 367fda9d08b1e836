import 'server-only';
import { chooseLanguage } from '@odolog/words';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { config } from '@/config';
import { viewerOrNobody } from '@/session/viewer';
import { languageCookie } from './language-cookie';

/** In which language whoever looks is spoken to, and by which locale they read numbers. Found out once a request. */
export const viewerLanguage = cache(async () =>
  chooseLanguage(
    {
      profile: (await viewerOrNobody())?.preferences.locale,
      cookie: (await cookies()).get(languageCookie)?.value,
      acceptLanguage: (await headers()).get('accept-language'),
    },
    config.languages,
  ),
);
