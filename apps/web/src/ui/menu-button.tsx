'use client';

import { Suspense, useState, type ReactNode } from 'react';

/** Where an open menu stands. */
export interface MenuPlace {
  /** The button that opened it; focus returns there. */
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
}

export interface MenuButtonProps {
  /** Where what it shows does not name it. */
  readonly label?: string | undefined;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly menu: (place: MenuPlace) => ReactNode;
  readonly children: ReactNode;
}

/** A button with a menu below it, whose code may come with the first press. */
export function MenuButton({ label, className = 'btn', disabled, menu, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className={className}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <Suspense>{menu({ anchor, onClose: () => setOpen(false) })}</Suspense>}
    </>
  );
}
