'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { goToTheNewest } from '@/live/to-the-newest';
import { useQuickAdd } from '@/quick-add/quick-add-context';
import { focusSearch, openJump } from './focus-search';
import { places } from './keys';

const KeysSheet = lazy(() => import('./keys-sheet'));

/** How long `g` waits for its letter. */
const chordMs = 1200;

/** The keys that work on every page: `n` new entry, `/` search, Ctrl or Cmd and `k` jump, `g` and then a letter or a vehicle's number to go, `?` all keys. */
export function Shortcuts({ vehicleIds }: { vehicleIds: readonly string[] }) {
  const router = useRouter();
  const quickAdd = useQuickAdd();
  const chordAt = useRef(0);
  const [keysShown, setKeysShown] = useState(false);

  useEffect(() => {
    const go = (place: string) => (place === places.t && goToTheNewest()) || router.push(place);
    function onKey(event: KeyboardEvent) {
      if (isJump(event) && !isInDialog(event.target) && !quickAdd.isOpen) {
        event.preventDefault();
        openJump();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || quickAdd.isOpen) return;
      const follows = Date.now() - chordAt.current < chordMs;
      chordAt.current = 0;
      const place = follows ? placeOf(event.key, vehicleIds) : undefined;
      if (place) go(place);
      else if (event.key === 'g') chordAt.current = Date.now();
      else if (event.key === 'n') quickAdd.open();
      else if (event.key === '/') focusSearch();
      else if (event.key === '?') setKeysShown(true);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [router, quickAdd, vehicleIds]);

  return (
    keysShown && (
      <Suspense>
        <KeysSheet onClose={() => setKeysShown(false)} />
      </Suspense>
    )
  );
}

function placeOf(key: string, vehicleIds: readonly string[]): string | undefined {
  if (key === 'o') return overviewHere();
  const id = vehicleIds[Number(key) - 1];
  return places[key as keyof typeof places] ?? (id && `/vehicles/${id}`);
}

const vehiclePath = /^\/vehicles\/[0-9a-f-]{36}/;

/** Of the vehicle whose page this is. */
function overviewHere(): string | undefined {
  const vehicle = vehiclePath.exec(window.location.pathname)?.[0];
  return vehicle && `${vehicle}/overview`;
}

/** The one key that counts also in a field, as it types nothing. */
const isJump = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** Whether a key press is meant for a field or an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role="dialog"], [contenteditable]') !== null
  );
}
