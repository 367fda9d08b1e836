'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type MouseEvent } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { useReasonWords } from '@/format/use-reason-words';
import { useViewer } from '@/format/viewer-context';
import { EconomyChip } from '@/ui/economy-chip';
import { Mark } from '@/ui/mark';
import { WaitingTag } from '@/waiting/waiting-tag';
import { RowFiles } from './row-files';
import { factOf, fillOf, isReading, isVoidReading, markStateOf, quietLineOf } from './entry-view';

interface EntryRowProps {
  readonly item: TimelineItem;
  readonly opensDay: boolean;
  readonly firstOfMonth: boolean;
  readonly lastOfMonth: boolean;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
  readonly open: boolean;
  /** Of an entry in this timeline, but for its id at the end: what opens in another tab is looked at as here. */
  readonly address?: string;
  readonly onOpen: (id: string, byKey: boolean) => void;
}

/**
 * One entry: its day, its mark, the fact, a quiet line, the odometer and the cost. Given what its row says and not the row,
 * which is another with every page that comes below.
 */
export const EntryRow = memo(function EntryRow({
  item,
  opensDay,
  firstOfMonth,
  lastOfMonth,
  index,
  measure,
  open,
  address = '?event=',
  onOpen,
}: EntryRowProps) {
  const void_ = isVoidReading(item);
  const classes = [
    'row',
    open && 'row--now',
    void_ && 'row--void',
    firstOfMonth && 'row--first',
    lastOfMonth && 'row--last',
  ];
  const { format } = useViewer();
  const fact = factOf(item, format);
  const quiet = quietLineOf(item, fact);

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(item.id, event.detail === 0);
  }

  return (
    <li className={classes.filter(Boolean).join(' ')} ref={measure} data-index={index}>
      <DayOf date={item.date} opensDay={opensDay} />
      <Mark type={item.type} state={markStateOf(item)} />
      <div className="row__t">
        <h3>
          <a href={`${address}${item.id}`} onClick={onClick} {...(open && { 'aria-current': 'true' })}>
            {void_ ? <s>{fact}</s> : fact}
          </a>
          <Tags item={item} />
        </h3>
        {quiet && <p>{quiet}</p>}
        {item.files && item.files.length > 0 && <RowFiles files={item.files} />}
      </div>
      <EconomyLine item={item} />
      <OdometerAndCost item={item} />
    </li>
  );
});

export function DayOf({ date, opensDay }: { date: string; opensDay: boolean }) {
  const { format } = useViewer();
  if (!opensDay) {
    return (
      <div className="row__d">
        <span className="sr">{format.dayMonth(date)}</span>
      </div>
    );
  }
  return (
    <div className="row__d">
      <b>{format.day(date)}</b>
      {format.weekday(date)}
    </div>
  );
}

function Tags({ item }: { item: TimelineItem }) {
  const t = useTranslations('timeline');
  const fill = fillOf(item);
  return (
    <>
      {item.status === 'corrected' && (
        <span className="tag">
          <History className="i" />
          {t('edited')}
        </span>
      )}
      {fill === 'partial' && <span className="tag">{t('partial')}</span>}
      {fill === 'missed' && <span className="tag">{t('missedBefore')}</span>}
      {isVoidReading(item) && <span className="tag tag--line">{t('void')}</span>}
      <WaitingTag id={item.id} />
    </>
  );
}

function EconomyLine({ item }: { item: TimelineItem }) {
  const reasonWords = useReasonWords(item.type === 'charge');
  const { format } = useViewer();
  const { economy } = item.derived;
  if (!economy) return null;
  const figure = format.economy(economy);
  if (figure && economy.segmentStatus === 'closed') {
    return (
      <div className="row__e">
        <EconomyChip figure={figure} economy={economy} />
      </div>
    );
  }
  return <div className="row__e">{reasonWords(economy.reason ?? economy.segmentStatus)}</div>;
}

function OdometerAndCost({ item }: { item: TimelineItem }) {
  const { format } = useViewer();
  const { odometer, cost } = item;
  const reading = odometer && Object.values(format.distance(odometer)).join(' ');
  const shown = isReading(item) ? null : reading;
  return (
    <>
      <div className="row__o num">{odometer?.void ? <s>{shown}</s> : shown}</div>
      <div className="row__c num">
        {cost &&
          (Number(cost.amount) < 0 ? <span className="in">{format.money(cost)}</span> : format.money(cost))}
      </div>
    </>
  );
}
