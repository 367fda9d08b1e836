import type { FastifyInstance } from 'fastify';

/** An answer of the API is data: it loads nothing, runs nothing and stands in no frame. */
const policyOfData = "default-src 'none'; frame-ancestors 'none'";

/** The pages about the API are files of its own, with styles between them. */
const policyOfDocs = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Links in mails carry one-time tokens in their address: another site never learns where someone came from.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const aYearInSeconds = 31_536_000;

/** What browsers are told with every answer of the origin, those of the web process included, which adds its own policy. */
export function sendSecurityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https:');
  const headers = {
    ...always,
    ...(isSecure && { 'strict-transport-security': `max-age=${aYearInSeconds}` }),
  };
  fastify.addHook('onRequest', async ({ url }, reply) => {
    reply.headers(headers);
    if (isBelow('/api/docs', url)) reply.header('content-security-policy', policyOfDocs);
    else if (isBelow('/api', url)) reply.header('content-security-policy', policyOfData);
  });
}

function isBelow(path: string, url: string): boolean {
  return url.startsWith(path) && ['', '/', '?', '-'].includes(url.charAt(path.length));
}
