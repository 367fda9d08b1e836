'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Search, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { changeAddress } from '@/address/own-search';
import { useViewer } from '@/format/viewer-context';
import { useKnownVehicles } from '@/known-vehicles/known-vehicles';
import { Mark } from '@/ui/mark';
import { Silhouette } from '@/ui/silhouette';
import { jumpPlaces } from './jump-places';
import { useEntrySearch } from './use-entry-search';

interface Destination {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly quiet?: string;
  readonly icon?: LucideIcon;
  readonly kind?: string;
  readonly type?: string;
}

/** Jump to a page, a vehicle, or an entry of any vehicle that holds the words. */
export default function JumpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('jump');
  const router = useRouter();
  const listId = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const destinations = useDestinations(words);
  const chosen = destinations[Math.min(active, destinations.length - 1)];

  function go(destination: Destination | undefined) {
    if (!destination) return;
    onClose();
    const to = new URL(destination.href, window.location.href);
    const entryId = to.searchParams.get('event');
    if (entryId && to.pathname === window.location.pathname) openHere(entryId);
    else router.push(destination.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((at) => Math.min(Math.max(at + step, 0), destinations.length - 1));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="jump">
          <Dialog.Title className="sr">{t('open')}</Dialog.Title>
          <label className="search">
            <Search className="i" />
            <span className="sr">{t('label')}</span>
            <input
              type="search"
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={chosen ? `${listId}-${chosen.key}` : undefined}
              autoComplete="off"
              placeholder={t('open')}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </label>
          <ul id={listId} role="listbox" aria-label={t('label')} className="jump__list">
            {destinations.map((destination) => (
              <li
                key={destination.key}
                id={`${listId}-${destination.key}`}
                role="option"
                aria-selected={destination === chosen}
                onClick={() => go(destination)}
              >
                <Sign destination={destination} />
                <span>{destination.title}</span>
                <span className="faint">{destination.quiet}</span>
              </li>
            ))}
          </ul>
          {destinations.length === 0 && <p className="muted jump__none">{t('none', { words })}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** An entry of the vehicle whose page is there already. */
function openHere(entryId: string) {
  const address = new URL(window.location.href);
  address.searchParams.set('event', entryId);
  changeAddress(address, true);
}

/** A page by its icon, a vehicle by its outline, an entry by its mark, each as wide as the others. */
function Sign({ destination: { icon: Icon, kind, type } }: { destination: Destination }) {
  return (
    <span className="jump__sign">
      {Icon && <Icon className="i" />}
      {kind && <Silhouette kind={kind} />}
      {type && <Mark type={type} small />}
    </span>
  );
}

function useDestinations(words: string): Destination[] {
  const t = useTranslations('frame');
  const { vehicles, ask } = useKnownVehicles();
  useEffect(ask, [ask]);
  const { allowed, format } = useViewer();
  const entries = useEntrySearch(words);
  const names = new Map(vehicles.map(({ id, nickname }) => [id, nickname]));
  const places: Destination[] = jumpPlaces
    .filter(({ needs }) => !needs || allowed.includes(needs))
    .map(({ name, href, icon }) => ({ key: name, href, icon, title: t(name) }));
  const parked: Destination[] = vehicles.map(({ id, nickname, make, model, kind }) => ({
    key: id,
    href: `/vehicles/${id}`,
    title: nickname,
    quiet: [make, model].filter(Boolean).join(' '),
    kind,
  }));
  const wanted = words.trim().toLowerCase();
  const matching = [...parked, ...places].filter(({ title, quiet }) =>
    `${title} ${quiet}`.toLowerCase().includes(wanted),
  );
  const found = entries.map(({ id, vehicleId, summary, date, type }) => ({
    key: id,
    href: `/vehicles/${vehicleId}?event=${id}`,
    title: summary,
    quiet: [names.get(vehicleId), format.dayMonthYear(date)].join(', '),
    type,
  }));
  return [...matching, ...found];
}
