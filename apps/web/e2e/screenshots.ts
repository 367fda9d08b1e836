import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { fill, freshEmail, overdueOil, test, waitingForLife, type Person } from './app';
import { chosenLooks, chosenScenes, origin } from './config';
import { emptyScenes, publicScenes, signedInScenes, type Scene, type Stage } from './scenes';
import { spoken } from './spoken';

const folder = path.join(import.meta.dirname, 'screenshots');
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
/** Longer ones say nothing new. */
const longestPicture = 2_600;

interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
  readonly locale: string;
}
const look = (device: 'phone' | 'desktop', theme: Look['theme'], locale: string): Look => ({
  name: `${device}-${theme}${locale.startsWith('en') ? '' : `-${locale.slice(0, 2)}`}`,
  viewport: device === 'phone' ? phone : desktop,
  theme,
  locale,
});
const looks = [
  look('phone', 'light', 'en-IE'),
  look('phone', 'dark', 'en-IE'),
  look('desktop', 'light', 'en-IE'),
  look('desktop', 'dark', 'en-IE'),
  // Its words are the longest that we have.
  look('phone', 'light', 'de-DE'),
  look('desktop', 'light', 'de-DE'),
];

// One person for all of it: on a new installation they are the one who may look at its operations.
test('every page, in both themes, on a phone and a desktop, in English and German', async ({
  browser,
  page,
  person,
}) => {
  const seen = looks.filter(({ name }) => !chosenLooks || chosenLooks.includes(name));
  await page.goto('/');
  const signedIn = await page.context().storageState();
  const signedInAs = async (each: Look) => {
    await person.api.patch('/me/preferences', { locale: each.locale });
    return contextFor(browser, each, signedIn);
  };
  for (const each of seen) {
    const context = await signedInAs(each);
    await shoot(context, each, emptyScenes);
    await context.close();
  }
  // The sample garage is written in the language of whoever opens it.
  await person.api.patch('/me/preferences', { locale: 'en-IE' });
  const set = await setStage(person);
  for (const each of seen) {
    const stage = { ...set, say: spoken(each.locale.slice(0, 2)) };
    const context = await signedInAs(each);
    await context.addCookies(
      (await page.context().cookies()).filter(({ name }) => name === 'odolog-position'),
    );
    await shoot(context, each, signedInScenes(stage));
    await context.close();
    const stranger = await contextFor(browser, each);
    await shoot(stranger, each, publicScenes(stage));
    await stranger.close();
  }
});

/** Three vehicles with years of entries, one without, something overdue, a link for a buyer and one for a member. */
async function setStage({ api }: Person): Promise<Omit<Stage, 'say'>> {
  const { items } = await api.post<{ items: { id: string; nickname: string }[] }>('/sample-garage');
  const idOf = (nickname: string) => items.find((vehicle) => vehicle.nickname === nickname)!.id;
  const vehicleId = idOf('Cuore');
  const { id: emptyVehicleId } = await api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  await api.post(`/vehicles/${idOf('Octavia')}/reminders`, overdueOil);
  const wrong = await api.post<{ event: { id: string } }>(
    `/vehicles/${vehicleId}/events`,
    fill('2026-11-21', 139_400, 14),
  );
  const right = fill('2026-11-21', 139_400, 16);
  const correction = { reason: 'Misread the pump', event: right };
  await api.post(`/vehicles/${vehicleId}/events/${wrong.event.id}/corrections`, correction);
  const share = await api.post<{ url: string }>(`/vehicles/${vehicleId}/shares`, {});
  const { id: garageId } = await api.post<{ id: string }>('/garages', { name: 'North' });
  const invitation = await api.post<{ link: string }>(`/garages/${garageId}/invitations`, {
    email: freshEmail(),
    role: 'driver',
  });
  return { vehicleId, emptyVehicleId, share: share.url, invitation: invitation.link };
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function contextFor(browser: Browser, { viewport, theme, locale }: Look, storageState?: State) {
  const isPhone = viewport === phone;
  const context = await browser.newContext({
    viewport,
    ...(isPhone && { hasTouch: true, isMobile: true }),
    ...(storageState && { storageState }),
    baseURL: origin,
    locale,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await context.addCookies([{ name: 'odolog-theme', value: theme, url: origin }]);
  return context;
}

async function shoot(context: BrowserContext, { name: look }: Look, scenes: readonly Scene[]): Promise<void> {
  for (const { name, open } of scenes.filter(({ name }) => !chosenScenes || chosenScenes.includes(name))) {
    const page = waitingForLife(await context.newPage());
    await open(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), ...(await wholePage(page)) });
    await page.close();
  }
}

/** A sheet is seen where it lies; of a page, all of it but for endless lists. */
async function wholePage(page: Page) {
  if (await page.getByRole('dialog').count()) return {};
  const { width, height } = await page.evaluate(() => {
    const { scrollHeight, clientWidth } = document.documentElement;
    return { width: clientWidth, height: scrollHeight };
  });
  return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, longestPicture) } };
}
