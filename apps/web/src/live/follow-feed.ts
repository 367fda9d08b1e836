import type { Feed } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { serverSentEvents } from './server-sent-events';

export type FeedEvent = Feed['items'][number];

interface Following {
  /** Where to begin. */
  readonly after: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: FeedEvent) => void;
  /** Is told when one may not listen any more: signed out, or taken out of what was shared. */
  readonly onRefused: () => void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Tells every event of the tenant after a position, until it is told to stop. A dropped connection goes on where it was cut. */
export async function followFeed({ after, signal, onEvent, onRefused }: Following): Promise<void> {
  let position = after;
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    try {
      for await (const { data } of serverSentEvents(await openStream(position, signal))) {
        const event = JSON.parse(data) as FeedEvent;
        position = event.position;
        pauseMs = firstPauseMs;
        onEvent(event);
      }
    } catch (error) {
      // Cut off, or not to be reached: both are tried again, ever more patiently.
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      if (error instanceof Refused) {
        pauseMs = longestPauseMs;
        onRefused();
      }
    }
    if (!signal.aborted) await pause(pauseMs, signal);
  }
}

class Refused extends Error {}

async function openStream(position: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const { response } = await browserApi.GET('/api/v1/feed/stream', {
    headers: { 'last-event-id': String(position) },
    parseAs: 'stream',
    signal,
  });
  if ([401, 403, 404].includes(response.status)) throw new Refused();
  if (!response.ok || !response.body) throw new Error(`The feed answered ${response.status}`);
  return response.body;
}

/** Ends early when the network is back or somebody looks again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end, { signal: over.signal });
    document.addEventListener('visibilitychange', end, { signal: over.signal });
    signal.addEventListener('abort', end, { signal: over.signal });
  });
}
