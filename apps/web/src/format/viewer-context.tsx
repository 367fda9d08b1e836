'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Preferences } from '@/api/schema.gen';
import { viewerFormat, type ViewerFormat } from './viewer-format';

export interface Viewer {
  readonly name: string;
  readonly preferences: Preferences;
  readonly format: ViewerFormat;
}

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider(props: { name: string; preferences: Preferences; children: ReactNode }) {
  const { name, preferences, children } = props;
  const viewer = useMemo(
    () => ({ name, preferences, format: viewerFormat(preferences) }),
    [name, preferences],
  );
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The person who looks, and how they read numbers. Inside the signed-in pages only. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer outside of ViewerProvider');
  return viewer;
}
