import { expect, test, type Person, vehicleWithFills, waitingForLife } from './app';

/** Where it is another day than by UTC, at this hour. */
const timeZone = new Date().getUTCHours() < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
const said = (style: Intl.DateTimeFormatOptions, instant: string) =>
  new Intl.DateTimeFormat('en-IE', { ...style, timeZone }).format(new Date(instant));

type Offer = { readonly link: string; readonly expiresAt: string };
const email = 'kim@example.org';

async function invited({ api }: Person): Promise<Offer> {
  const { tenant } = await api.get<{ tenant: { id: string } }>('/me');
  return api.post<Offer>(`/tenants/${tenant.id}/invitations`, { email, role: 'viewer' });
}

async function offered(person: Person): Promise<Offer> {
  const { id } = await vehicleWithFills(person);
  return person.api.post<Offer>(`/vehicles/${id}/transfers`, { email });
}

for (const what of ['an invitation', 'the offer of a vehicle'])
  test(`${what} ends by the clock of whoever looks at it, and for a stranger by that of their browser @thorough`, async ({
    page,
    person,
    browser,
    baseURL,
  }) => {
    await person.api.patch('/me/preferences', { timeZone });
    const { link, expiresAt } = await (what === 'an invitation' ? invited(person) : offered(person));
    await page.goto(link);
    await expect(page.getByText(said({ dateStyle: 'medium' }, expiresAt), { exact: true })).toBeVisible();

    const strange = await browser.newContext({ baseURL: baseURL!, timezoneId: timeZone });
    const stranger = waitingForLife(await strange.newPage());
    await stranger.goto(link);
    const end = said(
      {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      },
      expiresAt,
    );
    await expect(stranger.getByText(end, { exact: true })).toBeVisible();
    await strange.close();
  });
