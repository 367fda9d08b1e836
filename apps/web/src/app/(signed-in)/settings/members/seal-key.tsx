import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';

/** Another key for sealing histories, for an owner who fears for the one in use. */
export function SealKey() {
  const t = useTranslations('sealKey');
  const { busy, run } = useAction();
  const replace = () => void run(() => answer(browserApi.POST('/api/v1/proof-keys')), t('replaced'));
  return (
    <section className="sec">
      <h2>{t('title')}</h2>
      <p className="muted">{t('words')}</p>
      <div className="sec__acts">
        <ConfirmButton label={t('replace')} confirm={t('really')} disabled={busy} onConfirm={replace} />
      </div>
    </section>
  );
}
