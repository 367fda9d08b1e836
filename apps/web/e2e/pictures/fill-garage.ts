import { daysAgo, fill, freshEmail, overdueOil, type PersonApi } from '../app';
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
  const { odometer } = await api.get<{ odometer: { value: number } }>(`/vehicles/${vehicleId}/summary`);
  const readAs = (litres: number) => fill(daysAgo(0), odometer.value + 100, litres);
  const wrong = await api.post<{ event: { id: string } }>(events, readAs(14));
  const event = readAs(16);
  await api.post(`${events}/${wrong.event.id}/corrections`, { reason: 'Misread the pump', event });
}

async function membersAndKeys(api: PersonApi): Promise<void> {
  await api.post('/api-keys', { name: 'Home Assistant', scopes: ['read'] });
  await api.post('/api-keys', {
    name: 'Backup',
    scopes: ['read', 'import'],
    expiresAt: `${daysAgo(-220)}T00:00:00Z`,
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
