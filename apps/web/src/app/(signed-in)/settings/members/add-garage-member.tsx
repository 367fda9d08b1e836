'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { Member } from '@/api/schema.gen';
import { LabelLine } from '@/ui/label-line';
import { garageRoles, type GarageRole } from './garage-roles';

interface AddGarageMemberProps {
  readonly garageId: string;
  /** Members of the tenant without a role in this garage. */
  readonly others: readonly Member[];
  readonly busy: boolean;
  readonly onAdd: (member: Member, role: GarageRole) => void;
}

export function AddGarageMember({ garageId, others, busy, onAdd }: AddGarageMemberProps) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  if (others.length === 0) return null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { userId, role } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const member = others.find(({ id }) => id === userId);
    if (member) onAdd(member, role as GarageRole);
  }

  return (
    <form className="invite invite--two" onSubmit={submit}>
      <div className="field">
        <LabelLine of={`member-${garageId}`}>{t('member')}</LabelLine>
        <span className="inp inp--words">
          <select id={`member-${garageId}`} name="userId">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div className="field">
        <LabelLine of={`role-${garageId}`}>{t('role')}</LabelLine>
        <span className="inp inp--words">
          <select id={`role-${garageId}`} name="role" defaultValue="driver">
            {garageRoles.map((role) => (
              <option key={role} value={role}>
                {roles(`garage.${role}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <button className="btn btn--tap" disabled={busy}>
        {t('addToGarage')}
      </button>
    </form>
  );
}
