import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readFeed, type StoredEvent } from '@odolog/event-store';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { reachableVehicleIds } from '../access/reach.js';
import { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { callerStill } from '../identity/caller-of.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { streamFeed } from './feed.contract.js';
import { feedEvent } from './feed-event.js';

const pollMs = 500;
const heartbeatMs = 15_000;
/** As long as a token holds: whoever listens on must show that they still may. */
const longestMs = 15 * 60_000;
const pageSize = 200;

export class StreamFeed extends Query<Answer<Readable>> {
  constructor(readonly call: CallOf<typeof streamFeed>) {
    super();
  }
}

/** The feed as server-sent events. The id of each is its position, by which a client that was cut off goes on. */
@QueryHandler(StreamFeed)
export class StreamFeedHandler implements IQueryHandler<StreamFeed>, OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  /** Streams end before the server waits for its connections to. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  async execute({ call: { caller, query, lastEventId } }: StreamFeed): Promise<Answer<Readable>> {
    const after = lastEventId ?? query.after ?? 0;
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    const feed = messages(this.resources, { caller, after, ending: this.ending.signal });
    return new Answer(200, Readable.from(feed), headers);
  }
}

interface Listener {
  readonly caller: Caller;
  readonly after: number;
  readonly ending: AbortSignal;
}

/** Ends with the right to listen: an error here cuts the stream off, and the client is refused when it comes again. */
async function* messages(resources: Resources, { caller, after, ending }: Listener): AsyncGenerator<string> {
  const endsAt = Date.now() + longestMs;
  let position = after;
  let spokeAt = Date.now();
  yield 'retry: 1000\n\n';
  while (Date.now() < endsAt && !ending.aborted) {
    const events = await readPage(resources, caller, position);
    yield* events.map(message);
    position = events.at(-1)?.position ?? position;
    if (events.length > 0) spokeAt = Date.now();
    if (events.length < pageSize) await pause(pollMs);
    if (Date.now() - spokeAt < heartbeatMs) continue;
    spokeAt = Date.now();
    yield ': still here\n\n';
  }
}

/** What the caller may see at this moment: a role that was taken away is gone from the next page on. */
async function readPage(resources: Resources, listening: Caller, after: number): Promise<StoredEvent[]> {
  const caller = await callerStill(resources, listening);
  return forTenant(resources.db, caller.tenantId, async (trx) => {
    const vehicleIds = await reachableVehicleIds(trx, caller);
    return readFeed(trx, { after, limit: pageSize, vehicleIds });
  });
}

function message(event: StoredEvent): string {
  return `id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(feedEvent(event))}\n\n`;
}
