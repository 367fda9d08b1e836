'use client';

import Link from '@/ui/link';
import { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { goToTheNewest } from '@/live/to-the-newest';

interface NavLinkProps {
  readonly href: string;
  /** Where in it to arrive; wherever one is in it, one is there. */
  readonly query?: string;
  readonly className?: string;
  /** Also current on pages below `href`. */
  readonly deep?: boolean;
  /** Also current on pages whose address has this pattern. */
  readonly around?: string;
  /** Also leads to the newest entry of the timeline that one is in. */
  readonly newest?: boolean;
  readonly children: ReactNode;
}

/** A link that says when it leads to where one is. */
export function NavLink({ href, query, className, deep, around, newest, children }: NavLinkProps) {
  const path = usePathname();
  const here =
    path === href || (deep && path.startsWith(`${href}/`)) || (around && new RegExp(around).test(path));
  return (
    <Link
      href={query ? `${href}?${query}` : href}
      {...(className && { className })}
      {...(newest && { onClick: stay })}
      {...(here && { 'aria-current': path === href ? 'page' : 'true' })}
    >
      {children}
      <Coming />
    </Link>
  );
}

/** A click that opens no window of its own need not read the timeline again that is here. */
function stay(event: MouseEvent): void {
  const opens = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!opens && goToTheNewest()) event.preventDefault();
}

/** Where one goes is marked when the link is pressed, however long the page takes. */
function Coming() {
  return useLinkStatus().pending && <span className="coming" />;
}
