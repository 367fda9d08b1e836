import type { Browser, BrowserContext } from '@playwright/test';
import { apiOf, expect, freshEmail, password, signUp, type PersonApi } from '../app';
import { codeOf } from '../authenticator-code';
import { credentials } from '../operator';
import { confirmAddress } from '../outbox';
import { fillGarage } from './fill-garage';
import { languages, type Language } from './looks';
import type { Session, Stage, Viewer } from './stage';

const locales = { en: 'en-IE', de: 'de-DE' } as const;

interface Person {
  readonly context: BrowserContext;
  readonly email: string;
  readonly api: PersonApi;
}

/** Everyone who looks, and what they look at. */
export async function setStages(browser: Browser, origin: string): Promise<Record<Language, Stage>> {
  const host = await theOperator(browser, origin);
  const stages: Partial<Record<Language, Stage>> = {};
  for (const language of languages) stages[language] = await setStage(browser, origin, { language, host });
  return stages as Record<Language, Stage>;
}

/** Whoever the journeys made first: of a new installation they operate it. */
async function theOperator(browser: Browser, origin: string): Promise<PersonApi> {
  const context = await browser.newContext({ baseURL: origin });
  const signedIn = await context.request.post('/api/auth/sign-in/email', {
    data: credentials,
    headers: { origin },
  });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  return apiOf(context, origin);
}

async function newPerson(browser: Browser, origin: string, language: Language): Promise<Person> {
  const context = await browser.newContext({ baseURL: origin });
  const email = await signUp(context, origin, `${language}-${freshEmail()}`);
  const api = await apiOf(context, origin);
  const units = { currency: 'EUR', distanceUnit: 'km', volumeUnit: 'L', timeZone: 'Europe/Berlin' };
  await api.patch('/me/preferences', { locale: locales[language], ...units });
  return { context, email, api };
}

async function setStage(
  browser: Browser,
  origin: string,
  { language, host }: { language: Language; host: PersonApi },
): Promise<Stage> {
  const viewers: readonly Viewer[] = ['owner', 'newcomer', 'importer', 'guarded', 'operator'];
  const people = {} as Record<Viewer, Person>;
  for (const viewer of viewers) people[viewer] = await newPerson(browser, origin, language);
  const { owner, newcomer, guarded, operator } = people;
  await invite(host, operator);
  for (const { context, email } of [newcomer, guarded]) await confirmAddress(context, email);
  await askForCode(guarded.context, origin);
  const garage = await fillGarage(owner.api, newcomer.email);
  const sessions = {} as Record<Viewer, Session>;
  for (const viewer of viewers) {
    sessions[viewer] = await people[viewer].context.storageState();
    await people[viewer].context.close();
  }
  return { ...garage, sessions, guardedEmail: guarded.email };
}

interface Me {
  readonly tenant: { readonly id: string };
  readonly grantableRoles: readonly string[];
}

/** Where somebody else was here first, they operate the installation, and its page is not found. */
async function invite(hostApi: PersonApi, { email, context, api }: Person): Promise<void> {
  const { tenant, grantableRoles } = await hostApi.get<Me>('/me');
  if (!grantableRoles.includes('maintainer')) return;
  const invitation = { email, role: 'maintainer' };
  const { link } = await hostApi.post<{ link: string }>(`/tenants/${tenant.id}/invitations`, invitation);
  await api.post(`/invitations/${new URL(link).pathname.split('/').at(-1)}/accept`);
  const { origin } = new URL(link);
  await context.addCookies([{ name: 'odolog-tenant', value: tenant.id, url: origin }]);
}

/** From now on a code comes after the password. */
async function askForCode({ request }: BrowserContext, origin: string): Promise<void> {
  const send = async <Answer>(path: string, data: object) => {
    const response = await request.post(`/api/auth/two-factor/${path}`, { data, headers: { origin } });
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as Answer;
  };
  const { totpURI } = await send<{ totpURI: string }>('enable', { password });
  await send('verify-totp', { code: codeOf(new URL(totpURI).searchParams.get('secret')!) });
}
