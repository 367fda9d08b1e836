import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';

const leastLength = 2;
const pauseMs = 150;

/** Entries of all vehicles that hold the words, a moment after the typing stops; none for whoever may read no vehicle. */
export function useEntrySearch(words: string): readonly TimelineItem[] {
  const [found, setFound] = useState<readonly TimelineItem[]>([]);
  const mayRead = useViewer().allowed.includes('vehicle.read');
  const q = mayRead ? words.trim() : '';

  useEffect(() => {
    if (q.length < leastLength) {
      setFound([]);
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      answer(browserApi.GET('/api/v1/timeline', { params: { query: { q, limit: 8 } }, signal: abort.signal }))
        .then(({ items }) => setFound(items))
        .catch(() => setFound([]));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);

  return found;
}
