'use client';

import type { ReactNode } from 'react';
import { NavLink } from '@/frame/nav-link';
import { viewAddress } from './point-of-view';
import { usePointOfView } from './use-point-of-view';

interface ViewTabProps {
  readonly href: string;
  /** The vehicle's. */
  readonly timeZone: string;
  readonly children: ReactNode;
}

/** A way to another page of a vehicle that looks at the same day. */
export function ViewTab({ href, timeZone, children }: ViewTabProps) {
  const view = new URLSearchParams(viewAddress(usePointOfView(timeZone)));
  return (
    <NavLink href={href} query={view.toString()}>
      {children}
    </NavLink>
  );
}
