'use client';

import Link from '@/ui/link';
import { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  readonly href: string;
  /** Where in it to arrive; wherever one is in it, one is there. */
  readonly query?: string;
  readonly className?: string;
  /** Also current on pages below `href`. */
  readonly deep?: boolean;
  /** Also current on pages whose address has this pattern. */
  readonly around?: string;
  readonly children: ReactNode;
}

/** A link that says when it leads to where one is. */
export function NavLink({ href, query, className, deep, around, children }: NavLinkProps) {
  const path = usePathname();
  const here =
    path === href || (deep && path.startsWith(`${href}/`)) || (around && new RegExp(around).test(path));
  return (
    <Link
      href={query ? `${href}?${query}` : href}
      {...(className && { className })}
      {...(here && { 'aria-current': path === href ? 'page' : 'true' })}
    >
      {children}
      <Coming />
    </Link>
  );
}

/** Where one goes is marked when the link is pressed, however long the page takes. */
function Coming() {
  return useLinkStatus().pending && <span className="coming" />;
}
