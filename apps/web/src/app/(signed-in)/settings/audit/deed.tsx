import { useFormatter, useTranslations } from 'next-intl';
import type { AuditEntry } from '@/api/schema.gen';

interface Detail {
  readonly by?: 'password' | 'second-factor' | 'passkey' | 'provider' | 'link';
  readonly from?: string;
  readonly to?: string;
  readonly role?: string;
  readonly provider?: string;
  readonly name?: string;
  readonly scopes?: readonly string[];
  readonly again?: number;
}

/** Who did what, in a sentence. */
export function Deed({ entry: { action, actor, subject, place, detail } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const roles = useTranslations('roles');
  const scopes = useTranslations('apiKeys.scope');
  const format = useFormatter();
  const told = detail as Detail;
  const ofGarage = action.startsWith('garage-role.');
  const role = (name: string | undefined) =>
    name === undefined ? '' : roles(`${ofGarage ? 'garage' : 'tenant'}.${name}` as 'tenant.owner');
  return (
    <p>
      {t.rich(`said.${action}` as 'said.key.revoked', {
        b: (words) => <b>{words}</b>,
        // what nobody did follows from the claims of a provider elsewhere
        actor: actor ? (actor.name ?? t('someone')) : (told.provider ?? t('nobody')),
        subject: subject?.name ?? (subject?.kind === 'person' ? t('someone') : t('something')),
        place: place?.name ?? t('something'),
        from: role(told.from),
        to: role(told.to ?? told.role),
        by: told.by === undefined ? '' : t(`by.${told.by}`),
        name: told.name ?? '',
        scopes: format.list((told.scopes ?? []).map((scope) => scopes(scope as 'read'))),
        again: told.again ? 'yes' : 'no',
      })}
    </p>
  );
}
