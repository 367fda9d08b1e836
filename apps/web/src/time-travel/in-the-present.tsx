'use client';

import type { ReactNode } from 'react';
import { isPast } from './point-of-view';
import { usePointOfView } from './use-point-of-view';

interface InThePresentProps {
  /** The vehicle's. */
  readonly timeZone: string;
  readonly children: ReactNode;
}

/** What is of no use to whoever looks back: ways to change a history whose past is shown. */
export function InThePresent({ timeZone, children }: InThePresentProps) {
  return isPast(usePointOfView(timeZone)) ? null : children;
}
