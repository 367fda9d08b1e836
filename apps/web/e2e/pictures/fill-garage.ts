import { fill, freshEmail, overdueOil, type PersonApi } from '../app';
import type { Stage } from './stage';

type Garage = Omit<Stage, 'sessions' | 'guardedEmail'>;

/** Three vehicles with years of entries, one without, one sold, and something of everything that a page can show. */
export async function fillGarage(api: PersonApi, newOwner: string): Promise<Garage> {
  const { items } = await api.post<{ items: { id: string; nickname: string }[] }>('/sample-garage');
  const idOf = (nickname: string) => items.find((vehicle) => vehicle.nickname === nickname)!.id;
  const [vehicleId, hybridId] = [idOf('Cuore'), idOf('Octavia')];
  const { id: emptyVehicleId } = await api.post<{ id: string }>('/vehicles', { nickname: 'Polo' });
  await api.post(`/vehicles/${hybridId}/reminders`, overdueOil);
  await correctedFill(api, vehicleId);
  await tariffs(api, hybridId);
  await charges(api, hybridId);
  await membersAndKeys(api);
  const soldVehicleId = await soldVehicle(api);
  const offer = await api.post<{ link: string }>(`/vehicles/${idOf('V-Strom')}/transfers`, {
    email: newOwner,
    contents: { costs: true, notes: false, documents: true },
  });
  const share = await api.post<{ url: string }>(`/vehicles/${vehicleId}/shares`, {});
  return {
    vehicleId,
    hybridId,
    emptyVehicleId,
    soldVehicleId,
    share: share.url,
    offer: offer.link,
    invitation: await invitation(api),
  };
}

async function correctedFill(api: PersonApi, vehicleId: string): Promise<void> {
  const events = `/vehicles/${vehicleId}/events`;
  const wrong = await api.post<{ event: { id: string } }>(events, fill('2026-11-21', 139_400, 14));
  const event = fill('2026-11-21', 139_400, 16);
  await api.post(`${events}/${wrong.event.id}/corrections`, { reason: 'Misread the pump', event });
}

/** Home by the hours, and a price that is over. */
async function tariffs(api: PersonApi, vehicleId: string): Promise<void> {
  const home = { name: 'Stadtwerke', charger: 'home', currency: 'EUR' };
  const days = [1, 2, 3, 4, 5, 6, 7];
  const night = { days, from: '22:00', to: '06:00', unitPrice: '0.21' };
  await api.post(`/vehicles/${vehicleId}/tariffs`, { ...home, validFrom: '2025-01-01', unitPrice: '0.34' });
  await api.post(`/vehicles/${vehicleId}/tariffs`, {
    ...home,
    validFrom: '2026-03-01',
    unitPrice: '0.32',
    periods: [night],
  });
}

/** At home night after night, which fold in the timeline, and once on the road. */
async function charges(api: PersonApi, vehicleId: string): Promise<void> {
  await api.patch(`/vehicles/${vehicleId}`, { energies: ['petrol', 'electricity'] });
  const kWh = (value: number) => ({ value, unit: 'kWh' });
  const readings: Record<string, number> = {
    '2026-09-09': 59_900,
    '2026-10-09': 60_700,
    '2026-11-09': 61_800,
  };
  const charge = (date: string, data: object) =>
    api.post(`/vehicles/${vehicleId}/events`, {
      type: 'charge',
      date,
      ...(readings[date] && { odometer: { value: readings[date], unit: 'km' } }),
      data: { startedAt: `${date}T21:10:00Z`, ...data },
    });
  for (const month of ['08', '09', '10', '11'])
    for (const [index, day] of ['02', '06', '09', '13'].entries()) {
      const added = Math.round(80 + index * 6 + Number(month)) / 10;
      const drawn = Math.round(added * 11) / 10;
      await charge(`2026-${month}-${day}`, {
        added: kWh(added),
        drawn: kWh(drawn),
        endPercent: 100,
        charger: 'home',
      });
    }
  await charge('2026-10-20', {
    added: kWh(9.8),
    charger: 'third_party',
    startPercent: 12,
    endPercent: 92,
    location: { name: 'Theresienhöhe' },
    total: { amount: '5.78', currency: 'EUR' },
  });
}

async function membersAndKeys(api: PersonApi): Promise<void> {
  await api.post('/api-keys', { name: 'Home Assistant', scopes: ['read'] });
  await api.post('/api-keys', {
    name: 'Backup',
    scopes: ['read', 'import'],
    expiresAt: '2027-06-30T00:00:00Z',
  });
}

async function soldVehicle(api: PersonApi): Promise<string> {
  const { id } = await api.post<{ id: string }>('/vehicles', {
    nickname: 'Caddy',
    make: 'Volkswagen',
    model: 'Caddy',
    year: 2011,
    licensePlate: 'M-CA 11',
  });
  await api.post(`/vehicles/${id}/events`, fill('2026-05-02', 188_200, 42));
  await api.post(`/vehicles/${id}/events`, fill('2026-05-19', 188_910, 39));
  await api.post(`/vehicles/${id}/events`, {
    type: 'sold',
    date: '2026-06-01',
    odometer: { value: 189_004, unit: 'km' },
    data: { to: 'J. Huber', total: { amount: '4200.00', currency: 'EUR' } },
  });
  return id;
}

async function invitation(api: PersonApi): Promise<string> {
  const { id } = await api.post<{ id: string }>('/garages', { name: 'North' });
  const to = { email: freshEmail(), role: 'driver' };
  return (await api.post<{ link: string }>(`/garages/${id}/invitations`, to)).link;
}
