import { requests, type Sent } from './requests.js';

type Ids = Readonly<Record<string, string>>;

/** Beside `requests`: others that are as right, so that under the key of the first they are refused for that alone. */
export const otherRequests: Readonly<Record<string, (ids: Ids) => Sent>> = {
  createVehicle: ({ garageId }) => ({ body: { nickname: 'Another', garageId } }),
  changeVehicle: () => ({ body: { nickname: 'Another' } }),
  recordEvent: () => ({ body: otherNote }),
  recordEvents: () => ({ body: { events: [otherNote] } }),
  correctEvent: () => ({ body: { reason: 'Another', event: otherNote } }),
  retractEvent: () => ({ body: { reason: 'Another' } }),
  restoreEvent: () => ({ body: { reason: 'Another' } }),
  recordFleetExport: ({ vehicleId, eventId }) => ({ body: { vehicleIds: [vehicleId, eventId] } }),
  recordChartExport: () => ({ body: { chart: 'odometer', format: 'csv' } }),
  setReminder: () => ({ body: { title: 'Another', dueDate: '2026-03-01' } }),
  completeReminder: () => ({ body: { date: '2026-01-04' } }),
  snoozeReminder: () => ({ body: { days: 8 } }),
  dismissReminder: () => ({ body: { notes: 'Another' } }),
  changeNotificationPreferences: () => ({ body: { digest: 'weekly' } }),
  uploadFile: otherFile('uploadFile', '%PDF-1.8'),
  uploadImport: otherFile('uploadImport', ''),
  createShare: () => ({ body: {} }),
  createTariff: () => ({
    body: { name: 'Work', charger: 'other', currency: 'EUR', validFrom: '2026-01-01', unitPrice: '0.31' },
  }),
  offerTransfer: () => ({ body: { email: 'another@example.org' } }),
  acceptTransfer: () => ({ body: { confirmAddress: false } }),
  createGarage: () => ({ body: { name: 'Another' } }),
  createApiKey: () => ({ body: { name: 'Another', scopes: ['read'] } }),
  changeGarage: () => ({ body: { name: 'Another' } }),
  createTenant: () => ({ body: { name: 'Another' } }),
  changeTenant: () => ({ body: { name: 'Another' } }),
  transferTenant: ({ userId }) => ({ body: { userId } }),
  changeMember: () => ({ body: { role: 'maintainer' } }),
  addGarageMember: ({ userId }) => ({ body: { userId, role: 'viewer' } }),
  assignDriver: ({ ownerId }) => ({ body: { userId: ownerId } }),
  invite: () => ({ body: { email: 'another@example.org', role: 'driver' } }),
  inviteToGarage: () => ({ body: { email: 'another@example.org', role: 'driver' } }),
  acceptInvitation: () => ({ body: { confirmAddress: false } }),
  changePreferences: () => ({ body: { theme: 'light' } }),
  acceptTerms: () => ({ body: { version: '2026-10' } }),
};

const otherNote = { type: 'note', date: '2026-01-02', data: { text: 'Another' } };

/** The same form with another file in it. */
function otherFile(operation: 'uploadFile' | 'uploadImport', content: string) {
  return (ids: Ids): Sent => {
    const { body, ...sent } = requests[operation]!(ids);
    const text = (body as Buffer).toString();
    const other = content === '' ? text.replace('11000.0', '11001.0') : text.replace('%PDF-1.7', content);
    return { ...sent, body: Buffer.from(other) };
  };
}
