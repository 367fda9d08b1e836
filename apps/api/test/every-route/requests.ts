type Ids = Readonly<Record<string, string>>;

/** What is sent beside the address. */
export interface Sent {
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const note = { type: 'note', date: '2026-01-02', data: { text: 'Parked' } };
const reason = 'Entered twice';

/**
 * Requests in which nothing is wrong but who sends them: were the caller let in, they would write. Routes that need
 * neither a body nor a query are not named.
 */
export const requests: Readonly<Record<string, (ids: Ids) => Sent>> = {
  createVehicle: ({ garageId }) => ({ body: { nickname: 'Cuore', garageId } }),
  changeVehicle: () => ({ body: { nickname: 'Taken over' } }),
  listVehicles: ({ garageId }) => ({ query: `?garageId=${garageId}&include=deleted` }),
  recordEvent: () => ({ body: note }),
  recordEvents: () => ({ body: { events: [note] } }),
  correctEvent: () => ({ body: { reason, event: note } }),
  retractEvent: () => ({ body: { reason } }),
  restoreEvent: () => ({ body: { reason } }),
  getTenantTimeline: ({ garageId, vehicleId }) => ({
    query: `?garageId=${garageId}&vehicleId=${vehicleId}&include=superseded`,
  }),
  recordFleetExport: ({ vehicleId }) => ({ body: { vehicleIds: [vehicleId] } }),
  recordChartExport: () => ({ body: { chart: 'costs', format: 'csv' } }),
  listReminders: ({ garageId }) => ({ query: `?garageId=${garageId}` }),
  setReminder: () => ({ body: { title: 'Oil', dueDate: '2026-03-01', every: { months: 12 } } }),
  completeReminder: () => ({ body: { date: '2026-01-03' } }),
  snoozeReminder: () => ({ body: { days: 7 } }),
  dismissReminder: () => ({ body: {} }),
  changeNotificationPreferences: () => ({ body: { digest: 'daily' } }),
  uploadFile: ({ vehicleId }) => form({ vehicleId: vehicleId ?? '' }, '%PDF-1.7'),
  uploadImport: ({ vehicleId }) => form({ vehicleId: vehicleId ?? '' }, fillUps),
  listModels: () => ({ query: '?make=Honda' }),
  listYears: () => ({ query: '?make=Tesla&model=Model%203' }),
  createShare: () => ({ body: { contents: { costs: true } } }),
  createTariff: () => ({
    body: { name: 'Home', charger: 'home', currency: 'EUR', validFrom: '2026-01-01', unitPrice: '0.31' },
  }),
  offerTransfer: () => ({ body: { email: 'ash@example.org' } }),
  acceptTransfer: () => ({ body: { confirmAddress: true } }),
  createGarage: () => ({ body: { name: 'Home' } }),
  createApiKey: () => ({ body: { name: 'Spreadsheet', scopes: ['read'] } }),
  changeGarage: () => ({ body: { name: 'Taken over' } }),
  createTenant: () => ({ body: { name: 'Fleet' } }),
  changeTenant: () => ({ body: { name: 'Taken over' } }),
  // To themselves, so that the owner stays one on the rest of the way.
  transferTenant: ({ ownerId }) => ({ body: { userId: ownerId } }),
  changeMember: () => ({ body: { role: 'viewer' } }),
  addGarageMember: ({ userId }) => ({ body: { userId, role: 'driver' } }),
  assignDriver: ({ userId }) => ({ body: { userId } }),
  invite: () => ({ body: { email: 'kim@example.org', role: 'driver' } }),
  inviteToGarage: () => ({ body: { email: 'lee@example.org', role: 'driver' } }),
  acceptInvitation: () => ({ body: { confirmAddress: true } }),
  changePreferences: () => ({ body: { theme: 'dark' } }),
  signUp: ({ newcomer = 'robin@example.org' }) => ({
    body: { name: 'Robin', email: newcomer, password: 'correct horse battery' },
  }),
  signIn: ({ newcomer = 'robin@example.org' }) => ({
    body: { email: newcomer, password: 'correct horse battery' },
  }),
  signInElsewhere: () => ({ body: { provider: 'elsewhere' } }),
  linkElsewhere: () => ({ body: { provider: 'elsewhere' } }),
  comeBackFromElsewhere: () => ({ query: '?code=guessed&state=guessed' }),
  signOut: () => ({ body: {} }),
  acceptTerms: () => ({ body: { version: '2026-11' } }),
  endSessions: () => ({ query: '?except=current' }),
  requestPasswordReset: () => ({ body: { email: 'robin@example.org' } }),
  resetPassword: () => ({ body: { token: 'guessed', newPassword: 'correct horse battery' } }),
  sendVerificationEmail: () => ({ body: { email: 'robin@example.org' } }),
  verifyEmail: () => ({ query: '?token=guessed' }),
  changePassword: () => ({
    body: {
      currentPassword: 'correct horse battery',
      newPassword: 'x'.repeat(12),
      revokeOtherSessions: true,
    },
  }),
  changeEmail: () => ({ body: { newEmail: 'other@example.org', password: 'correct horse battery' } }),
  updateUser: () => ({ body: { name: 'Somebody else' } }),
  deleteUser: () => ({ body: { password: 'correct horse battery' } }),
  enableTwoFactor: () => ({ body: { password: 'correct horse battery' } }),
  verifyTotp: () => ({ body: { code: '123456' } }),
  verifyBackupCode: () => ({ body: { code: 'guessed' } }),
  generateBackupCodes: () => ({ body: { password: 'correct horse battery' } }),
  disableTwoFactor: () => ({ body: { password: 'correct horse battery' } }),
  addPasskey: () => ({ body: { response: {} } }),
  signInByPasskey: () => ({ body: { response: {} } }),
  deletePasskey: () => ({ body: { id: '0196d2f4-0000-7000-8000-000000000000' } }),
};

const boundary = 'boundary-of-the-test';
const fillUps = `car_name, model, l/100km,  odometer, km, litres, price, city_percentage, fuelup_date, date_added, tags, notes, missed_fuelup, partial_fuelup, latitude, longitude, brand
"Cuore","Daihatsu Cuore",5,11000.0,500,30,1.509,50,2021-01-02,2021-01-02 15:33:11,"","",0,0,,,""
`;

function form(fields: Readonly<Record<string, string>>, content: string): Sent {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n`;
  return {
    body: Buffer.from(`${parts.join('')}${file}--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
