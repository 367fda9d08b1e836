import { useCallback, useRef, useState } from 'react';
import { answer } from '@/api/client';
import type { VinReport } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

const patienceMs = 250;
const length = 17;

export const withoutSpaces = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** What a VIN says, once it is long enough to say something. One that stands there already is not asked about. */
export function useVinReport(known: string) {
  const [report, setReport] = useState<VinReport>();
  const last = useRef(withoutSpaces(known));
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);

  const look = useCallback((typed: string) => {
    const vin = withoutSpaces(typed);
    if (vin === last.current) return;
    last.current = vin;
    clearTimeout(soon.current);
    setReport(undefined);
    if (vin.length < length) return;
    soon.current = setTimeout(
      () =>
        void answer(browserApi.GET('/api/v1/vin/{vin}', { params: { path: { vin } } }))
          .then((found) => last.current === vin && setReport(found))
          .catch(() => undefined),
      patienceMs,
    );
  }, []);
  return { report, look };
}
