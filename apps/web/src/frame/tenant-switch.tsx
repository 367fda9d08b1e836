'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Me } from '@/api/schema.gen';
import { switchTenant } from '@/session/tenant-choice';
import { ActionMenuButton } from '@/ui/action-menu-button';

/** Where one works, and the other places where one belongs. Someone with a single one has nothing to switch. */
export function TenantSwitch({ me }: { me: Pick<Me, 'tenant' | 'tenants'> }) {
  const t = useTranslations('frame');
  if (me.tenants.length < 2) return null;
  return (
    <ActionMenuButton
      className="btn tenant"
      label={t('switchTenant', { name: me.tenant.name })}
      actions={me.tenants.map(({ id, name }) => ({
        key: id,
        label: name,
        icon: id === me.tenant.id ? Check : undefined,
        run: () => switchTenant(id),
      }))}
    >
      <span className="truncate">{me.tenant.name}</span>
      <ChevronsUpDown className="i" />
    </ActionMenuButton>
  );
}
