import Type from 'typebox';
import { route } from '../http/contract.js';
import { closed, Uuid } from '../http/schema.js';

const tag = 'Exports';

export const recordFleetExport = route({
  method: 'POST',
  path: '/v1/fleet/exports',
  operation: 'recordFleetExport',
  tag,
  access: 'export.run',
  narrows: true,
  summary: 'Says, before it is done, that the table of the fleet is taken away: it stands in the audit trail',
  body: closed({ vehicleIds: Type.Array(Uuid, { minItems: 1, maxItems: 10_000 }) }),
  answers: { 204: Type.Null() },
});
export const recordChartExport = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/chart-exports',
  operation: 'recordChartExport',
  tag,
  access: 'export.run',
  heedsVersion: true,
  summary: 'Says, before it is done, that a chart of a vehicle is taken away: it stands in the audit trail',
  params: closed({ vehicleId: Uuid }),
  body: closed({
    chart: Type.Enum(['economy', 'costs', 'odometer']),
    format: Type.Enum(['csv', 'png']),
  }),
  answers: { 204: Type.Null() },
});
