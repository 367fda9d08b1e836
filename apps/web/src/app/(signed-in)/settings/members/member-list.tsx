'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Me, Member, Vehicle } from '@/api/schema.gen';
import { initials } from '@/format/initials';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from './confirm-button';
import { DrivenVehicles } from './driven-vehicles';
import { RoleSelect } from './role-select';

interface MemberListProps {
  readonly me: Me;
  readonly members: readonly Member[];
  /** Those that the caller may assign; none for whoever may not. */
  readonly vehicles: readonly Vehicle[];
}

const rank: readonly Member['role'][] = ['owner', 'manager', 'driver', 'viewer', 'maintainer'];

/** Everyone who belongs here, owners first. */
export function MemberList({ me, members, vehicles }: MemberListProps) {
  const sorted = members.toSorted(
    (a, b) => rank.indexOf(a.role) - rank.indexOf(b.role) || a.name.localeCompare(b.name),
  );
  const assignable = vehicles.filter(({ allowed }) => allowed?.includes('vehicle.manage'));
  return (
    <ul className="people">
      {sorted.map((member) => (
        <MemberRow key={member.id} me={me} member={member} vehicles={assignable} />
      ))}
    </ul>
  );
}

interface MemberRowProps {
  readonly me: Me;
  readonly member: Member;
  readonly vehicles: readonly Vehicle[];
}

function MemberRow({ me, member, vehicles }: MemberRowProps) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const { busy, run } = useAction();
  const isMe = member.id === me.id;
  const mayChange = !isMe && me.takeableRoles.includes(member.role);
  const path = { tenantId: me.tenant.id, userId: member.id };
  const { name } = member;

  const giveRole = (role: Member['role']) =>
    run(
      () =>
        answer(
          browserApi.PATCH('/api/v1/tenants/{tenantId}/members/{userId}', {
            params: { path },
            body: { role },
          }),
        ),
      t('roleGiven', { name, role: roles(`tenant.${role}`) }),
    );
  const remove = () =>
    run(
      () => answer(browserApi.DELETE('/api/v1/tenants/{tenantId}/members/{userId}', { params: { path } })),
      t('removed', { name }),
    );

  return (
    <li>
      <span className="av" aria-hidden="true">
        {initials(name)}
      </span>
      <div className="people__who">
        <p>{isMe ? t('you', { name }) : name}</p>
        <small>{member.email}</small>
      </div>
      <div className="people__acts">
        {mayChange ? (
          <>
            <RoleSelect
              of="tenant"
              label={t('roleOf', { name })}
              value={member.role}
              roles={me.grantableRoles}
              disabled={busy}
              onChange={(role) => void giveRole(role)}
            />
            <ConfirmButton
              label={t('remove')}
              confirm={t('removeReally', { name })}
              disabled={busy}
              onConfirm={() => void remove()}
            />
          </>
        ) : (
          <span className="muted sm">{roles(`tenant.${member.role}`)}</span>
        )}
      </div>
      {mayChange && member.provided && <p className="people__more muted sm">{t('provided')}</p>}
      {member.role === 'driver' && vehicles.length > 0 && (
        <DrivenVehicles member={member} vehicles={vehicles} />
      )}
    </li>
  );
}
