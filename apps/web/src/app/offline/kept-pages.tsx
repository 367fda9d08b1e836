'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { currentKeptCache } from '@/offline/kept-cache';

const betweenLooksMs = 3_000;

interface KeptPage {
  readonly path: string;
  readonly title: string;
}

/** Where one can go without a connection, and the way to where one wanted to go, taken by itself once there is one. */
export function KeptPages() {
  const t = useTranslations('offline');
  const [pages, setPages] = useState<readonly KeptPage[]>([]);
  useEffect(() => {
    void keptPages().then(setPages);
    const look = () => void goOnWhenReached();
    const looking = setInterval(look, betweenLooksMs);
    window.addEventListener('online', look);
    return () => {
      clearInterval(looking);
      window.removeEventListener('online', look);
    };
  }, []);
  return (
    <>
      {pages.length > 0 && (
        <nav aria-label={t('kept')}>
          <ul className="lost__kept">
            {pages.map(({ path, title }) => (
              <li key={path}>
                {/* A whole load: what the router would ask for is not kept. */}
                <a className="btn btn--tap" href={path}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <button type="button" className="btn btn--go btn--tap" onClick={goOn}>
        {t('tryAgain')}
      </button>
    </>
  );
}

/** A network that is back does not mean that we are reached through it: we are asked. */
async function goOnWhenReached() {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) goOn();
}

function goOn() {
  const wanted = window.location.hash.slice(1);
  window.location.replace(wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : '/');
}

/** Newest first, by their titles. */
async function keptPages(): Promise<KeptPage[]> {
  const name = 'caches' in window ? await currentKeptCache() : undefined;
  if (name === undefined) return [];
  const cache = await caches.open(name);
  const pages = (await cache.keys()).map(async (request) => {
    const html = (await (await cache.match(request))?.text()) ?? '';
    const { title } = new DOMParser().parseFromString(html, 'text/html');
    return { path: new URL(request.url).pathname, title: title.replace(/ · Odolog$/, '') };
  });
  return (await Promise.all(pages)).toReversed();
}
