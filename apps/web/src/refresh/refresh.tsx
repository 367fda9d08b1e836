'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
  useTransition,
  type ReactNode,
} from 'react';
import { somethingSleeps, whenAwake } from '@/hydration/asleep';
import { isChosenHere } from '@/session/tenant-here';
import { patientFetch } from './patient-fetch';
import { whenLookedAt } from './when-looked-at';

const RefreshContext = createContext<() => void>(() => undefined);
const UnderWayContext = createContext(false);

/**
 * Asks for everything on the page again, once all that the server drew of it is awake, or should be: React would take away what
 * still sleeps, and with it what was pressed there. Whoever asks while an answer is under way is served by one more request after
 * it: two at once disagree about what the page is, and the router then loads the whole document anew, which loses what
 * was about to be said.
 */
export const useRefresh = () => use(RefreshContext);

/** Whether an answer is under way, or another is to follow it. */
export const useRefreshing = () => use(UnderWayContext);

export function RefreshProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const underWay = useRef(false);
  const missed = useRef(false);
  const [askedAgain, setAskedAgain] = useState(false);
  // Not among what is under way: a word to the pieces of the page would itself have those drawn again that sleep.
  const [held, setHeld] = useState(false);

  const ask = useCallback(() => {
    // It would come in the tenant that another window has chosen; it is asked for once somebody looks here again.
    missed.current = !isChosenHere();
    if (missed.current) return;
    if (underWay.current) {
      setAskedAgain(true);
      return;
    }
    underWay.current = true;
    start(() => router.refresh());
  }, [router]);
  const refresh = useCallback(() => (somethingSleeps() ? setHeld(true) : ask()), [ask]);

  useEffect(() => {
    if (!held) return;
    return whenAwake(() => {
      setHeld(false);
      ask();
    });
  }, [held, ask]);
  // Another window may have chosen this one's tenant again itself.
  useEffect(() => whenLookedAt(() => missed.current && refresh()), [refresh]);
  useEffect(() => {
    const plainFetch = window.fetch.bind(window);
    window.fetch = patientFetch(plainFetch, () => underWay.current);
    return () => {
      window.fetch = plainFetch;
    };
  }, []);
  useEffect(() => {
    if (pending) return;
    underWay.current = false;
    if (!askedAgain) return;
    setAskedAgain(false);
    refresh();
  }, [pending, askedAgain, refresh]);

  return (
    <RefreshContext value={refresh}>
      <UnderWayContext value={pending || askedAgain}>{children}</UnderWayContext>
    </RefreshContext>
  );
}
