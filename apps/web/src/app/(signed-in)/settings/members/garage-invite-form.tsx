'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Garage, SentInvitation } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { garageRoles, type GarageRole } from './garage-roles';
import { InvitationLink } from './invitation-link';

/** For those who manage a garage and not the tenant: asks someone into the garage, as a driver of the tenant. */
export function GarageInviteForm({ garage: { id: garageId } }: { garage: Garage }) {
  const t = useTranslations('members');
  const names = useTranslations('roles');
  const { busy, run } = useAction();
  const [sent, setSent] = useState<SentInvitation>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { email, role } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const body = { email: email ?? '', role: role as GarageRole };
    const params = { path: { garageId } };
    const done = await run(async () =>
      setSent(await answer(browserApi.POST('/api/v1/garages/{garageId}/invitations', { params, body }))),
    );
    if (done) form.reset();
  }

  return (
    <>
      <form className="invite invite--two" onSubmit={(event) => void submit(event)}>
        <PlainField
          name="email"
          id={`invite-${garageId}`}
          type="email"
          label={t('email')}
          maxLength={254}
          autoComplete="off"
        />
        <div className="field">
          <LabelLine of={`invite-role-${garageId}`}>{t('role')}</LabelLine>
          <span className="inp inp--words">
            <select id={`invite-role-${garageId}`} name="role" defaultValue="driver">
              {garageRoles.map((role) => (
                <option key={role} value={role}>
                  {names(`garage.${role}`)}
                </option>
              ))}
            </select>
          </span>
        </div>
        <button className="btn btn--tap" disabled={busy}>
          {t('sendInvitation')}
        </button>
      </form>
      {sent && <InvitationLink sent={sent} />}
    </>
  );
}
