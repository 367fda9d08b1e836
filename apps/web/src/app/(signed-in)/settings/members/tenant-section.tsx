'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Me, Member } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { switchTenant } from '@/session/tenant-choice';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';
import { HandOver } from './hand-over';
import { LineForm } from './line-form';
import { SealKey } from './seal-key';

/** The tenant itself: its name, handing it over, leaving it, and making another one. */
export function TenantSection({ me, members }: { me: Me; members: readonly Member[] }) {
  const t = useTranslations('members');
  const { busy, run } = useAction();
  const path = { tenantId: me.tenant.id };
  const isOwner = me.allowed.includes('tenant.manage');
  const owners = members.filter(({ role }) => role === 'owner');
  const mayLeave = !isOwner || owners.length > 1;

  const rename = (name: string) =>
    void run(
      () => answer(browserApi.PATCH('/api/v1/tenants/{tenantId}', { params: { path }, body: { name } })),
      t('renamed', { name }),
    );
  const makeFleet = (name: string) =>
    void run(async () => {
      const { id } = await answer(browserApi.POST('/api/v1/tenants', { body: { name } }));
      switchTenant(id);
    });
  const leave = () =>
    void run(async () => {
      await answer(browserApi.POST('/api/v1/tenants/{tenantId}/leave', { params: { path } }));
      const home = me.tenants.find(({ id }) => id !== me.tenant.id);
      if (home) switchTenant(home.id);
    });

  return (
    <>
      {isOwner && (
        <section className="sec">
          <h2>{t('tenant')}</h2>
          <LineForm
            key={me.tenant.name}
            name="tenantName"
            label={t('name')}
            value={me.tenant.name}
            action={t('rename')}
            busy={busy}
            onSubmit={rename}
          />
          <HandOver me={me} members={members} />
        </section>
      )}
      <section className="sec">
        <h2>{t('newFleet')}</h2>
        <p className="muted">{t('newFleetWords')}</p>
        <LineForm
          name="fleetName"
          label={t('fleetName')}
          value=""
          action={t('makeFleet')}
          busy={busy}
          onSubmit={makeFleet}
        />
      </section>
      {isOwner && <SealKey />}
      {mayLeave && (
        <section className="sec">
          <h2>{t('leave')}</h2>
          <p className="muted">{t('leaveWords', { tenant: me.tenant.name })}</p>
          <div className="sec__acts">
            <ConfirmButton
              label={t('leaveTenant', { tenant: me.tenant.name })}
              confirm={t('leaveReally')}
              disabled={busy}
              onConfirm={leave}
            />
          </div>
        </section>
      )}
    </>
  );
}
