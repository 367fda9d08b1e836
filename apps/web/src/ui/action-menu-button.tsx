'use client';

import { lazy } from 'react';
import type { Action } from './action-menu';
import { MenuButton, type MenuButtonProps } from './menu-button';

const ActionMenu = lazy(async () => ({ default: (await import('./action-menu')).ActionMenu }));

interface ActionMenuButtonProps extends Omit<MenuButtonProps, 'menu'> {
  readonly actions: readonly Action[];
}

/** A button with a menu of actions below it. */
export function ActionMenuButton({ actions, ...button }: ActionMenuButtonProps) {
  return <MenuButton {...button} menu={(place) => <ActionMenu {...place} actions={actions} />} />;
}
