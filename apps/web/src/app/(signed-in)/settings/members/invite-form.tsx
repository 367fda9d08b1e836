'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Garage, Me, SentInvitation } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { InvitationLink } from './invitation-link';

type Role = Me['tenant']['role'];

interface InviteFormProps {
  readonly tenantId: string;
  readonly roles: readonly Role[];
  readonly garages: readonly Garage[];
}

/** Asks someone by mail. A driver can be asked straight into a garage. */
export function InviteForm({ tenantId, roles, garages }: InviteFormProps) {
  const t = useTranslations('members');
  const names = useTranslations('roles');
  const { busy, run } = useAction();
  const [sent, setSent] = useState<SentInvitation>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { email, role, garageId } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const body = {
      email: email ?? '',
      role: role as Role,
      ...(garageId && { garageId, garageRole: 'driver' as const }),
    };
    const params = { path: { tenantId } };
    const done = await run(async () =>
      setSent(await answer(browserApi.POST('/api/v1/tenants/{tenantId}/invitations', { params, body }))),
    );
    if (done) form.reset();
  }

  return (
    <>
      <form className="invite" onSubmit={(event) => void submit(event)}>
        <PlainField name="email" type="email" label={t('email')} maxLength={254} autoComplete="off" />
        <div className="field">
          <LabelLine of="role">{t('role')}</LabelLine>
          <span className="inp inp--words">
            <select id="role" name="role" defaultValue="driver">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {names(`tenant.${role}`)}
                </option>
              ))}
            </select>
          </span>
        </div>
        <div className="field">
          <LabelLine of="garageId">{t('garage')}</LabelLine>
          <span className="inp inp--words">
            <select id="garageId" name="garageId" defaultValue="" disabled={garages.length === 0}>
              <option value="">{t('noGarage')}</option>
              {garages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        </div>
        <button className="btn btn--go btn--tap" disabled={busy}>
          {t('sendInvitation')}
        </button>
      </form>
      {sent && <InvitationLink sent={sent} />}
    </>
  );
}
