import Type from 'typebox';
import { route } from '../http/contract.js';

export const getArchive = route({
  method: 'GET',
  path: '/v1/archive',
  operation: 'getArchive',
  tag: 'Exports',
  access: 'export.run',
  summary:
    'Everything of the tenant in one ZIP: each vehicle with its sealed history, events as CSV, and files',
  produces: 'application/zip',
  answers: { 200: Type.String({ format: 'binary' }) },
});
