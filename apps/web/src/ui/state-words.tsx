import type { ReactNode } from 'react';

export type StateName = 'overdue' | 'soon' | 'later' | 'ok' | 'idle';

/** A state in words, with its shape: diamond overdue, half ring soon, ring later, disc fine, dotted idle. */
export function StateWords({ state, children }: { state: StateName; children: ReactNode }) {
  return <span className={`state state--${state}`}>{children}</span>;
}
