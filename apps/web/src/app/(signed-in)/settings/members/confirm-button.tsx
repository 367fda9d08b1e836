'use client';

import { useState } from 'react';

interface ConfirmButtonProps {
  readonly label: string;
  /** What the second press does, in full. */
  readonly confirm: string;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}

/** What cannot be taken back takes a second press, at the same place, on words that say what it does. */
export function ConfirmButton({ label, confirm, disabled, onConfirm }: ConfirmButtonProps) {
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="btn btn--tap"
      disabled={disabled}
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(!asked);
        if (asked) onConfirm();
      }}
    >
      {asked ? confirm : label}
    </button>
  );
}
