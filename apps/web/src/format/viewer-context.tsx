'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Me, Preferences } from '@/api/schema.gen';
import type { Owner } from '@/offline/kept-cache';
import { viewerFormat, type ViewerFormat } from './viewer-format';

export interface Viewer {
  readonly name: string;
  /** Who that is, and in which tenant. */
  readonly owner: Owner;
  readonly preferences: Preferences;
  /** What they may do with some vehicle or garage, or the installation. */
  readonly allowed: Me['allowedSomewhere'];
  readonly format: ViewerFormat;
}

const ViewerContext = createContext<Viewer | null>(null);

export interface Viewing extends Pick<Me, 'id' | 'name' | 'preferences' | 'allowedSomewhere'> {
  readonly tenant: Pick<Me['tenant'], 'id' | 'name'>;
}

interface ViewerProviderProps {
  readonly me: Viewing;
  /** Where they are: the same for the server and for the browser, which draws over what it sent. */
  readonly today: string;
  readonly children: ReactNode;
}

export function ViewerProvider({ me, today, children }: ViewerProviderProps) {
  const { id, name, preferences, tenant, allowedSomewhere: allowed } = me;
  const viewer = useMemo(
    () => ({
      name,
      owner: { personId: id, tenantId: tenant.id },
      preferences,
      allowed,
      format: viewerFormat(preferences, today),
    }),
    [id, name, preferences, allowed, tenant.id, today],
  );
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The person who looks, and how they read numbers. Inside the signed-in pages only. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer outside of ViewerProvider');
  return viewer;
}
