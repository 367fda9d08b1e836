import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import type { MenuPlace } from '@/ui/menu-button';
import { useIsWide } from '@/ui/use-is-wide';
import type { FleetColumn } from './fleet-order';

export interface ColumnChoice {
  readonly columns: readonly FleetColumn[];
  readonly without: readonly FleetColumn[];
  readonly onShow: (column: FleetColumn, isShown: boolean) => void;
}

/** What the phone's list knows to leave out. */
const inList: ReadonlySet<FleetColumn> = new Set(['driver', 'odometer', 'perKm', 'due', 'attention']);

/** A box for each column but the vehicle's own, which is what the others are about; it stays open while one chooses. */
export default function ColumnsMenuItems({
  columns,
  without,
  onShow,
  anchor,
  onClose,
}: ColumnChoice & MenuPlace) {
  const t = useTranslations('fleet');
  const { format } = useViewer();
  const isTable = useIsWide();
  const offered = columns.filter((column) => column !== 'vehicle' && (isTable || inList.has(column)));
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={6} className="menu-layer">
          <Menu.Popup className="menu" finalFocus={() => anchor} aria-label={t('chooseColumns')}>
            {offered.map((column) => (
              <Menu.CheckboxItem
                key={column}
                className="menu__item"
                checked={!without.includes(column)}
                onCheckedChange={(isShown) => onShow(column, isShown)}
              >
                <span className="i">
                  <Menu.CheckboxItemIndicator render={<Check className="i" />} />
                </span>
                {t(`columns.${column}`, { unit: format.distanceUnit })}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
