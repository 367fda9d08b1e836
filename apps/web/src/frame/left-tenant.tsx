'use client';

import { useEffect } from 'react';
import { chosenTenant } from '@/session/chosen-tenant';
import { forgetTenant } from '@/session/tenant-choice';

/** Where a person does not belong any more, the browser stops asking: the page is already of another tenant. */
export function LeftTenant({ tenantId }: { tenantId: string }) {
  useEffect(() => {
    const chosen = chosenTenant();
    if (chosen !== undefined && chosen !== tenantId) forgetTenant();
  }, [tenantId]);
  return null;
}
