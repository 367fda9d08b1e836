'use client';

import { useEffect } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { whenLookedAt } from '@/refresh/when-looked-at';
import { chosenTenant, isChosenHere, showTenant } from '@/session/tenant-here';
import { forgetTenant, workOnIn } from '@/session/tenant-choice';

interface TenantOfPageProps {
  readonly tenantId: string;
  /** The ids of all where the person belongs. */
  readonly tenants: string;
}

/**
 * Each window stays in the tenant of its page: the one that somebody looks at has the browser ask for that one again, whatever
 * another window has chosen meanwhile. Where a person does not belong any more, the browser stops asking.
 */
export function TenantOfPage({ tenantId, tenants }: TenantOfPageProps) {
  const refresh = useRefresh();
  useEffect(() => {
    const chosen = chosenTenant();
    if (chosen !== undefined && !tenants.split(' ').includes(chosen)) forgetTenant();
    showTenant(tenantId);
    function takeBack(): boolean {
      if (!document.hasFocus() || isChosenHere()) return false;
      workOnIn(tenantId);
      return true;
    }
    takeBack();
    // What was written meanwhile was not shown here.
    const end = whenLookedAt(() => takeBack() && refresh());
    return () => {
      end();
      showTenant(undefined);
    };
  }, [tenantId, tenants, refresh]);
  return null;
}
