'use client';

import { useTranslations } from 'next-intl';

type Of = 'tenant' | 'garage';

interface RoleSelectProps<Role extends string> {
  readonly of: Of;
  readonly label: string;
  readonly value: Role;
  readonly roles: readonly Role[];
  readonly disabled?: boolean;
  readonly onChange: (role: Role) => void;
}

/** A role among those that one may give. */
export function RoleSelect<Role extends string>({
  of,
  label,
  value,
  roles,
  disabled = false,
  onChange,
}: RoleSelectProps<Role>) {
  const t = useTranslations('roles');
  return (
    <span className="inp inp--s inp--words">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as Role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`${of}.${role}` as 'tenant.owner')}
          </option>
        ))}
      </select>
    </span>
  );
}
