'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { memo, useEffect, useRef, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';
import type { Vehicle } from '@/api/schema.gen';
import { useTypeName } from '@/format/use-type-name';
import { byUse } from '@/format/usual-order';
import { searchWanted } from '@/frame/focus-search';
import { TypeIcon } from '@/ui/mark';
import { addressOf, type Filters } from './filters';

const pauseMs = 250;

/** Chips for the types that this vehicle has, and the search. Both live in the address. */
export const Tools = memo(function Tools({ vehicle, filters }: { vehicle: Vehicle; filters: Filters }) {
  const t = useTranslations('timeline');
  const typeName = useTypeName();
  const router = useRouter();
  const [pending, start] = useTransition();
  const counts = vehicle.summary?.counts.byType ?? {};
  const types = [...new Set([...Object.keys(counts), ...filters.types])].toSorted(byUse);
  const show = (next: Filters) => start(() => router.replace(addressOf(vehicle.id, next), { scroll: false }));
  const toggled = (type: string) =>
    filters.types.includes(type) ? filters.types.filter((other) => other !== type) : [...filters.types, type];

  return (
    <div className="tools" role="group" aria-label={t('filters')} aria-busy={pending}>
      <button
        type="button"
        className="chip"
        aria-pressed={filters.types.length === 0}
        onClick={() => show({ ...filters, types: [] })}
      >
        {t('all')}
      </button>
      {types.map((type) => (
        <button
          key={type}
          type="button"
          className="chip"
          aria-pressed={filters.types.includes(type)}
          onClick={() => show({ ...filters, types: toggled(type) })}
        >
          <TypeIcon type={type} className="i i-sm" />
          {typeName(type)}
        </button>
      ))}
      <SearchField q={filters.q} onSearch={(q) => show({ ...filters, q })} />
    </div>
  );
});

function SearchField({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const t = useTranslations('timeline');
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const [asked, setAsked] = useState(q);
  const [seen, setSeen] = useState(q);
  // The address changed, and not to what was typed here: another link or the way back did it.
  if (q !== seen) {
    setSeen(q);
    if (q !== asked) {
      setAsked(q);
      setText(q);
    }
  }
  const [unfolded, setUnfolded] = useState(q !== '');

  useEffect(() => {
    function onWanted(event: Event) {
      event.preventDefault();
      // At once, not with the next paint: the next key is already the first letter.
      flushSync(() => setUnfolded(true));
      field.current?.focus();
    }
    document.addEventListener(searchWanted, onWanted);
    return () => document.removeEventListener(searchWanted, onWanted);
  }, []);

  useEffect(() => {
    if (text.trim() === asked) return undefined;
    const timer = setTimeout(() => {
      setAsked(text.trim());
      onSearch(text.trim());
    }, pauseMs);
    return () => clearTimeout(timer);
  });

  return (
    <label className={unfolded ? 'search search--unfolded' : 'search'}>
      <Search className="i i-sm" />
      <span className="sr">{t('search')}</span>
      <input
        ref={field}
        type="search"
        placeholder={t('searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={({ key }) => {
          // The first Escape empties the field, as browsers do; the next gives the keys of the page back.
          if (key === 'Escape' && text === '') field.current?.blur();
        }}
        onBlur={() => setUnfolded(text !== '')}
      />
    </label>
  );
}
