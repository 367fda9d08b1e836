'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { Me, Member } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';

/** Makes someone else the owner; whoever hands over stays as a manager. */
export function HandOver({ me, members }: { me: Me; members: readonly Member[] }) {
  const t = useTranslations('members');
  const { busy, run } = useAction();
  const heirs = members.filter(({ id, role }) => id !== me.id && role !== 'maintainer');
  const [chosen, setChosen] = useState(heirs[0]?.id);
  const heir = heirs.find(({ id }) => id === chosen) ?? heirs[0];
  if (!heir) return null;
  const { id: userId, name } = heir;

  const handOver = () =>
    run(
      () =>
        answer(
          browserApi.POST('/api/v1/tenants/{tenantId}/transfer', {
            params: { path: { tenantId: me.tenant.id } },
            body: { userId },
          }),
        ),
      t('handedOver', { name }),
    );

  return (
    <div className="invite invite--one">
      <div className="field">
        <LabelLine of="heir">{t('handOverTo')}</LabelLine>
        <span className="inp inp--words">
          <select id="heir" value={userId} onChange={(event) => setChosen(event.target.value)}>
            {heirs.map(({ id, name: each }) => (
              <option key={id} value={id}>
                {each}
              </option>
            ))}
          </select>
        </span>
      </div>
      <ConfirmButton
        label={t('handOver')}
        confirm={t('handOverReally', { name })}
        disabled={busy}
        onConfirm={() => void handOver()}
      />
    </div>
  );
}
