'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Garage, GarageMember, Member } from '@/api/schema.gen';
import { initials } from '@/format/initials';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { AddGarageMember } from './add-garage-member';
import { ConfirmButton } from './confirm-button';
import { GarageInviteForm } from './garage-invite-form';
import { garageRoles, type GarageRole } from './garage-roles';
import { GarageSettings } from './garage-settings';
import { RoleSelect } from './role-select';

interface GarageMembersProps {
  readonly garage: Garage;
  readonly people: readonly GarageMember[];
  readonly members: readonly Member[];
  /** Whether one invites into the tenant anyway, and says there into which garage. */
  readonly mayInvite: boolean;
}

/** One garage: who has which role in it. Those who manage it change that, and can take it away. */
export function GarageMembers({ garage, people, members, mayInvite }: GarageMembersProps) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const { busy, run } = useAction();
  const mayManage = garage.allowed.includes('members.manage');
  const { id: garageId, name: garageName } = garage;

  const give = ({ id: userId, name }: Pick<GarageMember, 'id' | 'name'>, role: GarageRole) =>
    run(
      () =>
        answer(
          browserApi.POST('/api/v1/garages/{garageId}/members', {
            params: { path: { garageId } },
            body: { userId, role },
          }),
        ),
      t('garageRoleGiven', { name, garage: garageName, role: roles(`garage.${role}`) }),
    );
  const remove = ({ id: userId, name }: GarageMember) =>
    run(
      () =>
        answer(
          browserApi.DELETE('/api/v1/garages/{garageId}/members/{userId}', {
            params: { path: { garageId, userId } },
          }),
        ),
      t('removedFromGarage', { name, garage: garageName }),
    );

  return (
    <section className="garage-part" aria-label={garageName}>
      <h3>{garageName}</h3>
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <span className="av" aria-hidden="true">
              {initials(person.name)}
            </span>
            <p className="people__who">{person.name}</p>
            <div className="people__acts">
              {mayManage ? (
                <>
                  <RoleSelect
                    of="garage"
                    label={t('roleOf', { name: person.name })}
                    value={person.role}
                    roles={garageRoles}
                    disabled={busy}
                    onChange={(role) => void give(person, role)}
                  />
                  <ConfirmButton
                    label={t('remove')}
                    confirm={t('removeReally', { name: person.name })}
                    disabled={busy}
                    onConfirm={() => void remove(person)}
                  />
                </>
              ) : (
                <span className="muted sm">{roles(`garage.${person.role}`)}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayManage && (
        <AddGarageMember
          garageId={garageId}
          others={members.filter(({ id }) => !people.some((person) => person.id === id))}
          busy={busy}
          onAdd={(member, role) => void give(member, role)}
        />
      )}
      {mayManage && !mayInvite && <GarageInviteForm garage={garage} />}
      {garage.allowed.includes('garage.manage') && <GarageSettings garage={garage} mayReopen={mayInvite} />}
    </section>
  );
}
