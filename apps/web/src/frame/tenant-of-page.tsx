'use client';

import { useEffect } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { whenLookedAt } from '@/refresh/when-looked-at';
import { chosenTenant, isChosenHere, showTenant } from '@/session/tenant-here';
import { stayIn, workOnIn } from '@/session/tenant-choice';

interface TenantOfPageProps {
  readonly tenantId: string;
  /** The person belongs to no other one. */
  readonly isOnly: boolean;
}

/**
 * Each window stays in the tenant of its page: the one that somebody looks at has the browser ask for that one again, whatever
 * another window has chosen or forgotten meanwhile.
 */
export function TenantOfPage({ tenantId, isOnly }: TenantOfPageProps) {
  const refresh = useRefresh();
  useEffect(() => {
    showTenant({ id: tenantId, isOnly });
    function takeBack(): boolean {
      if (!document.hasFocus() || isChosenHere()) return false;
      workOnIn(tenantId);
      return true;
    }
    if (!isOnly && chosenTenant() === undefined) stayIn(tenantId);
    takeBack();
    // What was written meanwhile was not shown here.
    const end = whenLookedAt(() => takeBack() && refresh());
    return () => {
      end();
      showTenant(undefined);
    };
  }, [tenantId, isOnly, refresh]);
  return null;
}
