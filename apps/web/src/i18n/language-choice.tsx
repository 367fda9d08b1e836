import { languageOf } from '@odolog/words';
import { getLocale, getTranslations } from 'next-intl/server';
import { config } from '@/config';
import { viewerOrNobody } from '@/session/viewer';
import { LanguageButton } from './language-button';

/** The languages that there are, each by its own name, for people who are not signed in and so have no preference yet. */
export async function LanguageChoice() {
  if (await viewerOrNobody()) return null;
  const t = await getTranslations('language');
  const shown = languageOf(await getLocale());
  return (
    <ul className="languages" aria-label={t('label')}>
      {config.languages.map((language) => (
        <li key={language}>
          <LanguageButton
            language={language}
            name={new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language}
            pressed={language === shown}
          />
        </li>
      ))}
    </ul>
  );
}
