'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Where one signs in: that this device holds entries which are sent then. Whose they are and what they say stays hidden. */
export function WaitingHere() {
  const t = useTranslations('waiting');
  const [count, setCount] = useState(0);
  useEffect(() => {
    void import('./waiting-store').then(({ countWaiting }) => countWaiting()).then(setCount, () => undefined);
  }, []);
  return count > 0 && <p className="sm muted">{t('here', { count })}</p>;
}
