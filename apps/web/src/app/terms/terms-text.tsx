import { useTranslations } from 'next-intl';
import type { Instance } from '@/api/schema.gen';

/** The terms in force: those of the installation, or ours. */
export function TermsText({ terms: { version, text, url } }: { terms: Instance['terms'] }) {
  const t = useTranslations('terms');
  return (
    <>
      <p className="muted">{t('version', { version })}</p>
      {url ? (
        <a className="link" href={url} target="_blank" rel="noreferrer">
          {t('elsewhere')}
        </a>
      ) : (
        (text ?? t('text')).split(/\n\s*\n/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
      )}
    </>
  );
}
