import AxeBuilder from '@axe-core/playwright';
import { expect, freshEmail, test, vehicleWithFills } from './app';

test('shots', async ({ page, person }) => {
  test.setTimeout(180_000);
  await vehicleWithFills(person, 'Sprinter');
  const { id: garageId } = await person.api.post<{ id: string }>('/garages', { name: 'North' });
  await page.goto('/settings/members');
  const tenantId = await page.evaluate(async () => {
    const { token } = await (await fetch('/api/auth/token')).json();
    return (await (await fetch('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).json()).tenant.id;
  });
  const first = await person.api.post<{ link: string }>(`/tenants/${tenantId}/invitations`, { email: freshEmail(), role: 'driver', garageId, garageRole: 'driver' });
  await person.api.post(`/tenants/${tenantId}/invitations`, { email: 'somebody.with.a.rather.long.address@example.org', role: 'manager' });
  await person.api.post('/tenants', { name: 'North Fleet with a long name' });
  const guest = await page.context().browser()!.newContext();
  const g = await guest.newPage();
  await g.request.post(new URL('/api/auth/sign-up/email', page.url()).href, { data: { name: 'Kim Berger', email: freshEmail(), password: 'correct horse battery' }, headers: { origin: new URL(page.url()).origin } });
  const { token } = await (await g.request.get(new URL('/api/auth/token', page.url()).href)).json();
  await g.request.post(new URL(`/api/v1/invitations/${first.link.split('/').at(-1)}/accept`, page.url()).href, { data: { confirmAddress: true }, headers: { authorization: `Bearer ${token}` } });
  await guest.close();
  const link = (await person.api.post<{ link: string }>(`/tenants/${tenantId}/invitations`, { email: freshEmail(), role: 'viewer' })).link;
  const found: string[] = [];
  for (const [name, url] of [['members', '/settings/members'], ['invitation', link], ['invitation-closed', first.link], ['garage', '/']] as const) {
    for (const width of [1440, 390]) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(url);
        if (name === 'members') await page.locator('details').first().evaluate((d: HTMLDetailsElement) => (d.open = true));
        await page.screenshot({ path: `/tmp/tenants-shots/${name}-${width}-${scheme}.png`, fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(...violations.map((v) => `${name} ${width} ${scheme}: ${v.id} ${v.nodes.map((n) => n.html).join(' | ').slice(0, 300)}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${name} ${width}: scrolls sideways by ${wide}`);
      }
    }
  }
  expect(found).toEqual([]);
});
