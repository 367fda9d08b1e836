'use client';

import { Menu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { MenuPlace } from './menu-button';

export interface Action {
  /** Where labels may be the same. */
  readonly key?: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly run: () => void;
}

interface ActionMenuProps extends MenuPlace {
  readonly actions: readonly Action[];
}

/** An open menu of actions below the button that asked for it. */
export function ActionMenu({ anchor, actions, onClose }: ActionMenuProps) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={6} className="menu-layer">
          <Menu.Popup className="menu" finalFocus={() => anchor}>
            {actions.map(({ key, label, icon: Icon, run }) => (
              <Menu.Item key={key ?? label} className="menu__item" onClick={run}>
                {Icon ? <Icon className="i" /> : <span className="i" />}
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
