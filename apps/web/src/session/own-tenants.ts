import { answer, type Api } from '@/api/client';
import { everyItem } from '@/api/every-item';

/** Every tenant that the person belongs to. */
export const ownTenants = (api: Api) =>
  everyItem((query) => answer(api.GET('/api/v1/tenants', { params: { query } })));
