'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { Me } from '@/api/schema.gen';
import { switchTenant } from '@/session/tenant-choice';

const ActionMenu = lazy(async () => ({ default: (await import('@/ui/action-menu')).ActionMenu }));

/** Where one works, and the other places where one belongs. Someone with a single one has nothing to switch. */
export function TenantSwitch({ me }: { me: Pick<Me, 'tenant' | 'tenants'> }) {
  const t = useTranslations('frame');
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  if (me.tenants.length < 2) return null;
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className="btn tenant"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('switchTenant', { name: me.tenant.name })}
        onClick={() => setOpen(!open)}
      >
        <span className="truncate">{me.tenant.name}</span>
        <ChevronsUpDown className="i" />
      </button>
      {open && (
        <Suspense>
          <ActionMenu
            anchor={anchor}
            onClose={() => setOpen(false)}
            actions={me.tenants.map(({ id, name }) => ({
              key: id,
              label: name,
              icon: id === me.tenant.id ? Check : undefined,
              run: () => switchTenant(id),
            }))}
          />
        </Suspense>
      )}
    </>
  );
}
