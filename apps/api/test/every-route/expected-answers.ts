/**
 * Who gets which answer from which route, said once more beside the code that decides it: a policy that is weakened, or a
 * route that is added and forgotten here, fails the suite.
 *
 * - `nobody`: without a token, and with every kind of token that does not hold
 * - `intruder`: the owner of another tenant, who names this tenant in X-Tenant-Id
 * - `neighbour`: the same person in their own tenant, naming things of this one
 * - `viewer`, `maintainer`: members of this tenant with that role
 * - `driver`: a member of this tenant who drives for another garage
 * - `owner`: of this tenant; shows that nothing else was wrong with what the others sent
 *
 * `in` is let in: a read is then made, a write is left out, except for the owner.
 */
const table = `
  operation            nobody  intruder  neighbour  viewer  driver  maintainer  owner

  createVehicle        401     404       422        403     403     403         in
  listVehicles         401     404       in         in      in      403         in
  getVehicle           401     404       404        in      404     404         in
  changeVehicle        401     404       404        403     404     404         in
  deleteVehicle        401     404       404        403     404     404         in
  restoreVehicle       401     404       404        403     404     404         in

  recordEvent          401     404       404        403     404     404         in
  recordEvents         401     404       404        403     404     404         in
  getEvent             401     404       404        in      404     404         in
  getEventHistory      401     404       404        in      404     404         in
  correctEvent         401     404       404        403     404     404         in
  retractEvent         401     404       404        403     404     404         in
  restoreEvent         401     404       404        403     404     404         in
  listEventTypes       401     404       in         in      in      in          in
  getEventTypeSchema   401     404       in         in      in      in          in

  getTimeline          401     404       404        in      404     404         in
  getTenantTimeline    401     404       in         in      in      403         in
  getFleet             401     404       in         in      in      403         in
  recordFleetExport    401     404       404        403     403     403         in
  recordChartExport    401     404       404        403     404     404         in
  getArchive           401     404       in         403     403     403         in
  getGlance            401     404       in         in      in      403         in
  getSummary           401     404       404        in      404     404         in
  getFuelEconomy       401     404       404        in      404     404         in
  getCosts             401     404       404        in      404     404         in
  getOdometer          401     404       404        in      404     404         in
  getMonths            401     404       404        in      404     404         in

  listVehicleReminders 401     404       404        in      404     404         in
  listReminderTemplates 401    404       404        in      404     404         in
  listReminders        401     404       in         in      in      403         in
  setReminder          401     404       404        403     404     404         in
  completeReminder     401     404       404        403     404     404         in
  snoozeReminder       401     404       404        403     404     404         in
  dismissReminder      401     404       404        403     404     404         in
  getVerification      401     404       404        in      404     404         in
  verifyVehicle        401     404       404        403     404     404         in
  exportHistory        401     404       404        403     404     404         in
  listExports          401     404       404        403     404     404         in
  getProof             in      in        in         in      in      in          in
  getProofKey          in      in        in         in      in      in          in
  replaceProofKey      401     404       in         403     403     403         in
  createShare          401     404       404        403     404     404         in
  listShares           401     404       404        403     404     404         in
  revokeShare          401     404       404        403     404     404         in
  createTariff         401     404       404        403     404     404         in
  listTariffs          401     404       404        in      404     404         in
  removeTariff         401     404       404        403     404     404         in
  offerTransfer        401     404       404        403     404     404         in
  listTransfers        401     404       404        403     404     404         in
  revokeTransfer       401     404       404        403     404     404         in
  getTransfer          in      in        in         in      in      in          in
  acceptTransfer       401     404       in         403     403     403         409
  declineTransfer      in      in        in         in      in      in          in
  getSharedHistory     in      in        in         in      in      in          in
  getVin               401     404       in         in      in      in          in
  listMakes            401     404       in         in      in      in          in
  listModels           401     404       in         in      in      in          in
  listYears            401     404       in         in      in      in          in

  listNotifications    401     404       in         in      in      in          in
  readNotification     401     404       404        404     404     404         in 
  readNotifications    401     404       in         in      in      in          in
  getNotificationPreferences 401 404     in         in      in      in          in
  changeNotificationPreferences 401 404  in         in      in      in          in
  getCalendarLink      401     404       in         in      in      in          in
  createCalendarLink   401     404       in         in      in      in          in
  revokeCalendarLink   401     404       in         in      in      in          in
  getCalendar          404     404       404        404     404     404         404

  uploadFile           401     404       404        403     404     403         in
  getFile              401     404       404        in      404     404         in
  uploadImport         401     404       404        403     403     403         in
  listImports          401     404       in         in      in      403         in
  getImport            401     404       404        in      404     404         in
  undoImport           401     404       404        403     404     404         in

  getFeed              401     404       in         in      in      403         in
  streamFeed           401     404       in         in      in      403         in
  createGarage         401     404       in         403     403     403         in
  listGarages          401     404       in         in      in      403         in
  fillSampleGarage     401     404       in         403     403     403         in
  removeSampleGarage   401     404       in         403     403     403         in

  getMe                401     404       in         in      in      in          in
  getAccount           401     404       in         in      in      in          in
  getAcceptedTerms     401     404       in         in      in      in          in
  acceptTerms          401     404       in         in      in      in          in
  getPreferences       401     404       in         in      in      in          in
  changePreferences    401     404       in         in      in      in          in
  listTenants          401     404       in         in      in      in          in
  listSessions         401     404       in         in      in      in          in
  unlinkProvider       401     404       404        404     404     404         in
  endSession           401     404       404        404     404     404         in
  endSessions          401     404       in         in      in      in          in

  createApiKey         401     404       in         in      in      in          in
  listApiKeys          401     404       in         in      in      in          in
  revokeApiKey         401     404       404        404     404     404         in

  listAuditEntries     401     404       in         403     403     403         in

  getPartitions        401     404       403        403     403     in          in
  getMaterializedViews 401     404       403        403     403     in          in
  getProjectors        401     404       403        403     403     in          in
  getJobs              401     404       403        403     403     in          in
  getDatabaseHealth    401     404       403        403     403     in          in
  runJob               401     404       403        403     403     in          in
  rebuildProjector     401     404       403        403     403     in          in

  signUp               in      in        in         in      in      in          in
  signIn               in      in        in         in      in      in          in
  signInElsewhere      in      in        in         in      in      in          in
  linkElsewhere        401     401       401        401     401     401         401
  comeBackFromElsewhere in     in        in         in      in      in          in
  signOut              in      in        in         in      in      in          in
  getToken             401     401       401        401     401     401         401
  requestPasswordReset in      in        in         in      in      in          in
  resetPassword        400     400       400        400     400     400         400
  sendVerificationEmail in     in        in         in      in      in          in
  verifyEmail          400     400       400        400     400     400         400
  changePassword       401     401       401        401     401     401         401
  changeEmail          401     401       401        401     401     401         401
  updateUser           401     401       401        401     401     401         401
  deleteUser           401     401       401        401     401     401         401
  enableTwoFactor      401     401       401        401     401     401         401
  verifyTotp           401     401       401        401     401     401         401
  verifyBackupCode     401     401       401        401     401     401         401
  generateBackupCodes  401     401       401        401     401     401         401
  disableTwoFactor     401     401       401        401     401     401         401
  startPasskey         401     401       401        401     401     401         401
  addPasskey           401     401       401        401     401     401         401
  startPasskeySignIn   in      in        in         in      in      in          in
  signInByPasskey      400     400       400        400     400     400         400
  deletePasskey        401     401       401        401     401     401         401
  getKeys              in      in        in         in      in      in          in
  getInstance          in      in        in         in      in      in          in
  getHealth            in      in        in         in      in      in          in
  getReady             in      in        in         in      in      in          in

  changeGarage          401     404     404     403     404     404     in
  deleteGarage          401     404     404     403     404     404     in
  restoreGarage         401     404     404     403     404     404     in
  createTenant          401     404     in      in      in      in      in
  changeTenant          401     404     404     403     403     403     in
  transferTenant        401     404     404     403     403     403     in
  leaveTenant           401     404     404     in      in      in      409
  listMembers           401     404     404     in      in      403     in
  changeMember          401     404     404     403     403     403     in
  removeMember          401     404     404     403     403     403     in
  listGarageMembers     401     404     404     in      404     404     in
  addGarageMember       401     404     404     403     404     404     in
  removeGarageMember    401     404     404     403     404     404     in
  listDrivers           401     404     404     403     404     404     in
  assignDriver          401     404     404     403     404     404     in
  unassignDriver        401     404     404     403     404     404     in
  listInvitations       401     404     404     403     403     403     in
  invite                401     404     404     403     403     403     in
  resendInvitation      401     404     404     403     403     403     in
  revokeInvitation      401     404     404     403     403     403     in
  listGarageInvitations  401     404     404     403     404     404     in
  inviteToGarage        401     404     404     403     404     404     in
  getInvitation         in      in      in      in      in      in      in
  acceptInvitation      401     404     in      in      in      in      in
  declineInvitation     in      in      in      in      in      in      in
`;

export const columns = [
  'nobody',
  'intruder',
  'neighbour',
  'viewer',
  'driver',
  'maintainer',
  'owner',
] as const;
export type Column = (typeof columns)[number];
export type Expected = 'in' | 400 | 401 | 403 | 404 | 409 | 422;

const [head, ...rows] = table
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .filter(([first]) => first !== '');

/** By operation, the answer for each kind of caller. */
export const expectedAnswers: ReadonlyMap<string, Readonly<Record<Column, Expected>>> = new Map(
  rows.map(([operation = '', ...cells]) => [operation, rowOf(operation, cells)]),
);

function rowOf(operation: string, cells: readonly string[]): Record<Column, Expected> {
  if (head?.slice(1).join() !== columns.join() || cells.length !== columns.length)
    throw new Error(`The row of ${operation} does not have a cell for each of ${columns.join(', ')}`);
  return Object.fromEntries(columns.map((column, at) => [column, expected(cells[at])])) as Record<
    Column,
    Expected
  >;
}

function expected(cell = ''): Expected {
  if (cell === 'in') return cell;
  if (/^(400|401|403|404|409|422)$/.test(cell)) return Number(cell) as Expected;
  throw new Error(`${cell} is no answer`);
}
