import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { watchManners } from './page-manners';

export { expect };

/** A person of their own for each test, signed in, with an API client of theirs. */
export interface Person {
  readonly email: string;
  readonly api: PersonApi;
}

/** Sets a scene without clicking through it. */
export interface PersonApi {
  readonly post: <Answer>(path: string, data?: unknown) => Promise<Answer>;
  /** As from another device, of which this browser knows nothing. */
  readonly postElsewhere: (path: string, data: unknown) => Promise<void>;
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly patch: (path: string, data: unknown) => Promise<unknown>;
  readonly delete: (path: string) => Promise<void>;
}

interface Fixtures {
  readonly person: Person;
  /**
   * Why the pages of a journey may be refused a read, read something twice or move by themselves: what it interrupts, changes
   * from elsewhere or looks for in vain on purpose. Every other journey is held to all manners.
   */
  readonly disturbed: string;
  /**
   * Fails the test when the page logs an error or a warning that nothing provoked; unless it is disturbed, also when it is
   * refused a read, reads anything twice or moves before it is touched.
   */
  readonly manners: void;
}

let people = 0;
export const password = 'correct horse battery';
export const freshEmail = () => `driver-${Date.now()}-${(people += 1)}@example.org`;

/** Makes an account of somebody who has accepted the terms, and leaves its session in the browser. */
export async function signUp({ request }: BrowserContext, origin: string, email = freshEmail()) {
  const instance = await fetch(`${origin}/api/v1/instance`);
  const { terms } = (await instance.json()) as { terms: { version: string } };
  const signedUp = await request.post('/api/auth/sign-up/email', {
    data: { name: 'Jana Weber', email, password, acceptedTerms: terms.version },
    headers: { origin },
  });
  expect(signedUp.ok(), await signedUp.text()).toBe(true);
  return email;
}

/** Signs somebody up who has the same preferences wherever the journeys are walked. */
export async function newPerson(context: BrowserContext, origin: string): Promise<Person> {
  const email = await signUp(context, origin);
  const api = await apiOf(context, origin);
  await api.patch('/me/preferences', {
    locale: 'en-IE',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
  });
  return { email, api };
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => use(waitingForLife(page)),
  person: async ({ context, baseURL }, use) => {
    await use(await newPerson(context, baseURL!));
  },
  disturbed: ['', { option: true }],
  manners: [
    async ({ page, disturbed }, use) => {
      const { errors, warnings, refusals, repeats, shifts } = await watchManners(page);
      await use();
      expect.soft(errors, 'errors on the console').toEqual([]);
      expect.soft(warnings, 'warnings on the console').toEqual([]);
      if (disturbed) return;
      expect.soft(refusals, 'reads that are refused').toEqual([]);
      expect.soft(repeats, 'reads that are made twice').toEqual([]);
      expect.soft(shifts, 'pages that move before they are touched').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * A page whose loads end when it has come to life, not when its words are there: only then do presses and keys count at
 * once. What the API shows by itself has no life to wait for.
 */
export function waitingForLife(page: Page): Page {
  const alive = async () => {
    if (!new URL(page.url()).pathname.startsWith('/api/'))
      await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  };
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...to) => {
    const response = await goto(...to);
    await alive();
    return response;
  };
  page.reload = async (...how) => {
    const response = await reload(...how);
    await alive();
    return response;
  };
  return page;
}

/** Asks by itself, not through the browser: a scene is set by several calls, and each would cost ten times as much. */
export async function apiOf(context: BrowserContext, origin: string): Promise<PersonApi> {
  const { token } = (await (await context.request.get('/api/auth/token')).json()) as { token: string };
  const ask = async <Answer>(method: string, path: string, data?: unknown): Promise<Answer> => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(data !== undefined && json) },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    });
    const answer = await response.text();
    expect(response.ok, answer).toBe(true);
    return (answer === '' ? undefined : JSON.parse(answer)) as Answer;
  };
  return {
    post: async <Answer>(path: string, data: unknown = {}) => {
      const answer = await ask<Answer & { position?: number }>('POST', path, data);
      // As the pages do after a write of their own, so that what they show next has it.
      if (answer.position) {
        await context.addCookies([{ name: 'odolog-position', value: String(answer.position), url: origin }]);
      }
      return answer;
    },
    postElsewhere: (path, data) => ask('POST', path, data),
    get: (path) => ask('GET', path),
    patch: (path, data) => ask('PATCH', path, data),
    delete: (path) => ask('DELETE', path),
  };
}

const json = { 'content-type': 'application/json' };

/** A reminder that has been due for months. */
export const overdueOil = {
  title: 'Oil and filter',
  dueDate: '2026-01-15',
  every: { months: 12, distance: { value: 15_000, unit: 'km' } },
  serviceKind: 'engine-oil',
};

/**
 * One of the sample garage, with five years behind it: of the V-Strom the newest nine fuel-ups are among the first entries, the
 * Octavia has most of all.
 */
export async function sampleVehicle({ api }: Person, nickname: 'V-Strom' | 'Cuore' | 'Octavia') {
  const { items } = await api.post<{ items: { id: string; nickname: string }[] }>('/sample-garage');
  return items.find((vehicle) => vehicle.nickname === nickname)!;
}

/** A day so many days ago where the vehicles of the journeys are; of a negative count, ahead. */
export function daysAgo(count: number): string {
  const day = new Date(Date.now() - count * 86_400_000);
  return day.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
}

/** Not this month, and not so long ago that the fleet's economy leaves it out. */
export const lately = [daysAgo(51), daysAgo(32)] as const;

/** As the timeline heads it. */
export function monthsAgo(count: number): string {
  const today = new Date();
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - count));
  return month.toLocaleDateString('en-IE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** A day as pages tell it, with its year. */
export const toldDay = (date: string) =>
  new Date(date).toLocaleDateString('en-IE', { dateStyle: 'medium', timeZone: 'UTC' });

/** A vehicle with two fuel-ups, 500 km and 5.00 L/100 km apart. */
export async function vehicleWithFills(
  { api }: Person,
  nickname = 'Cuore',
  [first, second]: readonly [string, string] = ['2026-10-01', '2026-10-20'],
): Promise<{ id: string }> {
  const vehicle = await api.post<{ id: string }>('/vehicles', {
    nickname,
    make: 'Daihatsu',
    model: 'Cuore 1.0',
    year: 2008,
    kind: 'car',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    timeZone: 'Europe/Berlin',
  });
  await recordAll(api, vehicle, [fill(first, 10_000, 30), fill(second, 10_500, 25)]);
  return vehicle;
}

/** Records what a scene begins with, in one call. */
export async function recordAll(
  api: PersonApi,
  { id }: { id: string },
  events: readonly object[],
): Promise<void> {
  expect(await api.post(`/vehicles/${id}/events:batch`, { events })).toMatchObject({
    recorded: events.length,
  });
}

/** Three charges at home in one month, which the timeline folds into one row. */
export async function vehicleWithCharges({ api }: Person, month = '2026-11'): Promise<{ id: string }> {
  const vehicle = await api.post<{ id: string }>('/vehicles', { nickname: 'Spring', currency: 'EUR' });
  const added = { value: 9, unit: 'kWh' };
  const charges = [`${month}-02`, `${month}-06`, `${month}-13`].map((date) => ({
    type: 'charge',
    date,
    data: { added, startedAt: `${date}T20:00:00Z`, charger: 'home' },
  }));
  await recordAll(api, vehicle, charges);
  return vehicle;
}

export function fill(date: string, km: number, litres: number) {
  const unitPrice = { amount: '1.600', currency: 'EUR' };
  const total = { amount: (litres * 1.6).toFixed(2), currency: 'EUR' };
  return {
    type: 'fuel',
    date,
    odometer: { value: km, unit: 'km' },
    data: { volume: { value: litres, unit: 'L' }, unitPrice, total, energy: 'petrol', fill: 'full' },
  };
}

/** What the odometers of a vehicle's entries show as the server has them, newest first. */
export async function readingsOf({ api }: Person, vehicleId: string): Promise<(number | undefined)[]> {
  const { items } = await api.get<{ items: { odometer: { value: number } | null }[] }>(
    `/vehicles/${vehicleId}/timeline`,
  );
  return items.map(({ odometer }) => odometer?.value);
}

/** Types a fuel-up into the form, and saves it. */
export async function logFill(sheet: Locator, { km, litres }: { km: string; litres: string }): Promise<void> {
  await sheet.getByLabel('Odometer', { exact: true }).fill(km);
  await sheet.getByLabel('Volume').fill(litres);
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
}

/** Opens the entry form by its key. */
export async function openForm(page: Page, odometer = 'Odometer'): Promise<Locator> {
  const sheet = page.getByRole('dialog');
  await page.keyboard.press('n');
  await expect(sheet.getByLabel(odometer, { exact: true })).toBeVisible();
  return sheet;
}

/**
 * Saves a fuel-up that reads far less than those before it: the form comes back, with the ways out.
 *
 * @param saved called once it is saved, with what has to go on for that
 */
export async function saveOutOfOrder(sheet: Locator, saved = () => {}): Promise<void> {
  await sheet.getByLabel('Odometer', { exact: true }).fill('120');
  await sheet.getByLabel('Volume', { exact: true }).fill('14');
  await sheet.getByRole('button', { name: 'Save fuel-up' }).click();
  saved();
  await expect(sheet.getByRole('button', { name: 'The odometer was replaced' })).toBeVisible();
}
