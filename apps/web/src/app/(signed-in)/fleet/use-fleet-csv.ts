import type { Cell } from '@odolog/csv';
import { currencyExponent, distanceFromM, distanceM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { ViewerFormat } from '@/format/viewer-format';
import { useEnergyName } from '@/ui/use-energy-name';
import { useAnomalyText } from './anomaly-words';
import type { FleetColumn } from './fleet-order';
import type { FleetRow } from './fleet-rows';

interface Field {
  /** The columns of the table that it belongs to: it is there where one of them is. */
  readonly of: readonly FleetColumn[];
  readonly head: string;
  readonly cell: (row: FleetRow) => Cell;
}

/** Rows of the table as a file, without the columns that it is shown without: figures as numbers, in the viewer's units. */
export function useFleetCsv(
  rows: readonly FleetRow[],
  { format, without }: { readonly format: ViewerFormat; readonly without: readonly FleetColumn[] },
) {
  const energies = Math.max(1, ...rows.map(({ economies }) => economies.length));
  const currencies = Math.max(1, ...rows.map(({ spent }) => spent.length));
  const fields = useFields(format, { energies, currencies }).filter(({ of }) =>
    of.some((column) => !without.includes(column)),
  );
  return {
    head: fields.map(({ head }) => head),
    rows: rows.map((row) => fields.map(({ cell }) => cell(row))),
  };
}

/**
 * @param most of how many energies some vehicle has an economy, and in how many currencies something was paid for it: each
 *   has columns of its own
 */
function useFields(
  format: ViewerFormat,
  most: { readonly energies: number; readonly currencies: number },
): readonly Field[] {
  const t = useTranslations('fleet.csv');
  const anomalyText = useAnomalyText();
  const unit = format.distanceUnit;
  const away = (metres: number) => Math.round(distanceFromM(metres, unit));
  const kmInUnit = distanceM({ value: 1, unit }) / 1000;
  const economies = useEconomyFields(format);
  const spent = useSpentFields();
  return [
    { of: ['vehicle'], head: t('vehicle'), cell: ({ nickname }) => nickname },
    { of: ['vehicle'], head: t('plate'), cell: ({ plate }) => plate },
    { of: ['driver'], head: t('driver'), cell: ({ drivers }) => drivers || null },
    {
      of: ['odometer'],
      head: t('odometer', { unit }),
      cell: ({ odometerM }) => (odometerM === null ? null : away(odometerM)),
    },
    {
      of: ['distance'],
      head: t('distance', { unit }),
      cell: ({ distanceThisMonthM }) => away(distanceThisMonthM),
    },
    ...Array.from({ length: most.energies }, (_, at) => economies(at)).flat(),
    ...Array.from({ length: most.currencies }, (_, at) => spent(at)).flat(),
    {
      of: ['perKm'],
      head: t('perKm', { unit }),
      cell: ({ perKm }) => perKm && rounded(Number(perKm.amount) * kmInUnit),
    },
    { of: ['due'], head: t('nextDue'), cell: ({ dueTitle }) => dueTitle },
    { of: ['due'], head: t('dueState'), cell: ({ due }) => due?.state ?? null },
    {
      of: ['attention'],
      head: t('anomalies'),
      cell: ({ anomalies }) => anomalies.map(anomalyText).join('; ') || null,
    },
    { of: ['last'], head: t('last'), cell: ({ lastDate }) => lastDate },
  ];
}

/** Those of a vehicle's first energy, of its second, and so on. */
function useEconomyFields(format: ViewerFormat): (at: number) => readonly Field[] {
  const t = useTranslations('fleet.csv');
  const energyName = useEnergyName();
  return (at) => {
    const economy = ({ economies }: FleetRow) => economies[at];
    const figure = (row: FleetRow) => {
      const known = economy(row);
      return known && format.economyNumber(known);
    };
    const fields: Record<string, (row: FleetRow) => Cell> = {
      [t('economy')]: (row) => figure(row)?.number ?? null,
      [t('economyUnit')]: (row) => figure(row)?.unit ?? null,
      [t('comparedPercent')]: (row) => economy(row)?.comparedToAveragePercent ?? null,
      [t('energy')]: (row) => (economy(row) ? energyName(economy(row)!.energy) : null),
    };
    return Object.entries(fields).map(([head, cell]) => ({ of: ['economy'], head: counted(head, at), cell }));
  };
}

/** Those of the vehicle's own currency, beside which its cost by distance is, of a second one, and so on. */
function useSpentFields(): (at: number) => readonly Field[] {
  const t = useTranslations('fleet.csv');
  return (at) => {
    const whole = ({ spent }: FleetRow, of: 'monthMinor' | 'yearMinor') => {
      const known = spent[at];
      return known ? known[of] / 10 ** currencyExponent(known.currency) : null;
    };
    return [
      {
        of: at === 0 ? ['month', 'perKm'] : ['month'],
        head: counted(t('currency'), at),
        cell: ({ spent }) => spent[at]?.currency ?? null,
      },
      { of: ['month'], head: counted(t('month'), at), cell: (row) => whole(row, 'monthMinor') },
      { of: ['month'], head: counted(t('year'), at), cell: (row) => whole(row, 'yearMinor') },
    ];
  };
}

/** The first of its kind has the plain name. */
const counted = (head: string, at: number) => (at === 0 ? head : `${head} ${at + 1}`);

const rounded = (price: number) => Number(price.toFixed(4));
