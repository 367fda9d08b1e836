import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
import type { RouteContract } from '../http/contract.js';
import { publicPath } from '../http/openapi.js';
import { checkOfAddress, checkOfBody } from '../http/schema-check.js';

/** What the identity provider is asked: nothing gets there that no contract names. */
export interface Question {
  /** Path and query. */
  readonly address: string;
  readonly body: string;
}

/** Holds the requests for a route of the identity provider to its contract. */
export function questionsBy(contract: RouteContract): (request: FastifyRequest) => Question {
  const checkParams = checkOfAddress(contract.params, 'path');
  const checkQuery = checkOfAddress(contract.query, 'query');
  const checkBody = checkOfBody(contract.body);
  const isNamed = ([name]: [string, unknown]) => name in contract.query.properties;
  return (request) => {
    const params = request.params as Record<string, string>;
    const path = publicPath(contract).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    // The limits know the address as it is declared: another spelling would pass them by.
    if (pathOf(request) !== path || checkParams(params).length > 0) throw new Problem('not-found');
    const query = { ...(request.query as Record<string, string>) };
    const faults = [...checkQuery(query), ...checkBody(objectIn(request))];
    if (faults.length > 0) throw new Problem('validation-failed', { errors: faults });
    const named = Object.fromEntries(Object.entries(query).filter(isNamed));
    return { address: `${path}?${new URLSearchParams(named)}`, body: textIn(request) };
  };
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';
const textIn = ({ body }: FastifyRequest): string => String(body ?? '');

/** A form on another site can send a person's cookies along without asking, but no JSON. */
function objectIn(request: FastifyRequest): object {
  const text = textIn(request);
  if (!text) return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Problem('unsupported-media-type');
  const malformed = new Problem('malformed-request', { detail: 'The body must be a JSON object' });
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw malformed;
    return parsed;
  } catch {
    throw malformed;
  }
}
