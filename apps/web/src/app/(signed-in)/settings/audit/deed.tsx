import { useFormatter, useTranslations } from 'next-intl';
import type { AuditEntry } from '@/api/schema.gen';

/** Who did what, in a sentence. */
export function Deed({ entry: { action, actor, subject, place, detail } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const roles = useTranslations('roles');
  const scopes = useTranslations('apiKeys.scope');
  const format = useFormatter();
  const ofGarage = action.startsWith('garage-role.');
  const role = (name: string | undefined) =>
    name === undefined ? '' : roles(`${ofGarage ? 'garage' : 'tenant'}.${name}` as 'tenant.owner');
  return (
    <p>
      {t.rich(`said.${action}` as 'said.key.revoked', {
        b: (words) => <b>{words}</b>,
        // what nobody did follows from the claims of a provider elsewhere
        actor: actor ? (actor.name ?? t('someone')) : (detail.provider ?? t('nobody')),
        subject: subject?.name ?? (subject?.kind === 'person' ? t('someone') : t('something')),
        place: place?.name ?? t('something'),
        from: role(detail.from),
        to: role(detail.to ?? detail.role ?? undefined),
        by: detail.by === undefined ? '' : t(`by.${detail.by}`),
        name: detail.name ?? '',
        scopes: format.list((detail.scopes ?? []).map((scope) => scopes(scope as 'read'))),
        otherAddress: detail.otherAddress ? 'yes' : 'no',
        changed: detail.from === undefined ? 'no' : 'yes',
        again: detail.again ? 'yes' : 'no',
        attempts: detail.attempts ?? 0,
        code: detail.by === 'second-factor' ? 'yes' : 'no',
        kind: detail.kind ?? 'history',
      })}
    </p>
  );
}
