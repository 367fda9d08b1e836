import { getTranslations } from 'next-intl/server';
import { config } from '@/config';
import { OutsideButton } from './outside-button';

interface Provider {
  readonly id: string;
  readonly name: string;
}

interface OutsideProvidersProps {
  readonly error?: string | undefined;
  /** Where the person wanted to be. */
  readonly page?: string | undefined;
}

/** Why a return from another provider did not end in a session, as far as there are words for it. */
const problems = ['account_not_linked', 'email_not_verified', 'access_denied'] as const;

/** The identity providers elsewhere that this installation offers, and what came of the last attempt. */
export async function OutsideProviders({ error, page }: OutsideProvidersProps) {
  const t = await getTranslations('account.outside');
  const providers = await offeredProviders();
  if (providers.length === 0) return null;
  const known = problems.find((problem) => problem === error) ?? 'failed';
  return (
    <div className="account__outside">
      {error !== undefined && (
        <p role="alert" className="sm t-overdue">
          {t(`problem.${known}`)}
        </p>
      )}
      <p className="account__or sm muted">{t('or')}</p>
      {providers.map(({ id, name }) => (
        <OutsideButton key={id} provider={id} page={page}>
          {t('continueWith', { name })}
        </OutsideButton>
      ))}
    </div>
  );
}

/** Without an answer there are none: e-mail and password still work then, or say what is wrong. */
async function offeredProviders(): Promise<readonly Provider[]> {
  const response = await fetch(`${config.apiUrl}/api/v1/instance`, { cache: 'no-store' }).catch(
    () => undefined,
  );
  if (!response?.ok) return [];
  return ((await response.json()) as { identityProviders: Provider[] }).identityProviders;
}
