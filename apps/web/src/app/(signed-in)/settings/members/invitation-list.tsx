'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { Garage, Invitation, Me, SentInvitation } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';
import { InvitationLink } from './invitation-link';
import { openInvitations } from './open-invitations';

interface InvitationListProps {
  readonly tenantId: string;
  readonly invitations: readonly Invitation[];
  readonly garages: readonly Garage[];
  readonly grantableRoles: Me['grantableRoles'];
}

/** Who was asked and has not answered; what is over is for the audit trail. */
export function InvitationList({ tenantId, invitations, garages, grantableRoles }: InvitationListProps) {
  const open = openInvitations(invitations, grantableRoles);
  if (open.length === 0) return null;
  return (
    <ul className="people">
      {open.map(({ invitation, isOurs }) => (
        <InvitationRow
          key={invitation.id}
          tenantId={tenantId}
          invitation={invitation}
          isOurs={isOurs}
          garage={garages.find(({ id }) => id === invitation.garageId)}
        />
      ))}
    </ul>
  );
}

interface InvitationRowProps {
  readonly tenantId: string;
  readonly invitation: Invitation;
  readonly isOurs: boolean;
  readonly garage: Garage | undefined;
}

function InvitationRow({ tenantId, invitation, isOurs, garage }: InvitationRowProps) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const [sent, setSent] = useState<SentInvitation>();
  const { id: invitationId, email, role, status, expiresAt } = invitation;
  const params = { path: { tenantId, invitationId } };
  const day = format.dayMonth(format.dayOf(expiresAt));
  const place = garage
    ? t('roleInGarage', { role: roles(`tenant.${role}`), garage: garage.name })
    : roles(`tenant.${role}`);

  const resend = () =>
    run(async () =>
      setSent(
        await answer(
          browserApi.POST('/api/v1/tenants/{tenantId}/invitations/{invitationId}/resend', { params }),
        ),
      ),
    );
  const revoke = () =>
    run(
      () => answer(browserApi.DELETE('/api/v1/tenants/{tenantId}/invitations/{invitationId}', { params })),
      t('revoked', { email }),
    );

  return (
    <li>
      <span className="av" aria-hidden="true">
        ?
      </span>
      <div className="people__who">
        <p>{email}</p>
        <small>{t(status === 'expired' ? 'expired' : 'pending', { place, day })}</small>
      </div>
      {isOurs && (
        <div className="people__acts">
          <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void resend()}>
            {t('resend')}
          </button>
          <ConfirmButton
            label={t('revoke')}
            confirm={t('revokeReally')}
            disabled={busy}
            onConfirm={() => void revoke()}
          />
        </div>
      )}
      {sent && (
        <div className="people__more">
          <InvitationLink sent={sent} />
        </div>
      )}
    </li>
  );
}
