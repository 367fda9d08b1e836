import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Wish } from './kept-cache';

const owner = { personId: 'robin', tenantId: 'own' };

/** As the browser has it: a worker that was installed while another one is active. */
class FakeWorker extends EventTarget {
  state = 'installed';
  readonly asked: Wish[] = [];
  port: MessagePort | undefined;

  postMessage(wish: Wish, [port]: MessagePort[] = []): void {
    this.asked.push(wish);
    this.port = port;
  }

  becomes(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

let waiting: FakeWorker;
let active: FakeWorker;
let keepPage: typeof import('./keep-page').keepPage;

beforeEach(async () => {
  waiting = new FakeWorker();
  active = new FakeWorker();
  const registration = { waiting, active };
  vi.stubGlobal('navigator', {
    serviceWorker: { register: async () => registration, ready: Promise.resolve(registration) },
  });
  vi.stubGlobal('caches', { keys: async () => [], open: async () => ({ match: async () => undefined }) });
  vi.useFakeTimers();
  // It registers once a page.
  vi.resetModules();
  ({ keepPage } = await import('./keep-page'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keep = { wish: 'keep', path: '/fleet', owner };

it('asks a newer version to begin, and for nothing else until it has', async () => {
  const kept = keepPage('/fleet', owner);
  await vi.waitFor(() => expect(waiting.asked).toEqual([{ wish: 'take-over' }]));
  waiting.becomes('activating');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(active.asked).toEqual([]);
  waiting.becomes('activated');
  await kept;
  expect(active.asked).toEqual([keep]);
});

it('goes on with the one before where the newer does not want to begin yet', async () => {
  const kept = keepPage('/fleet', owner);
  await vi.waitFor(() => expect(waiting.port).toBeDefined());
  waiting.port!.postMessage('not yet');
  await kept;
  expect(active.asked).toEqual([keep]);
  waiting.port!.close();
});

it('waits for one that says nothing for five seconds, no longer', async () => {
  const kept = keepPage('/fleet', owner);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(active.asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await kept;
  expect(active.asked).toEqual([keep]);
});
