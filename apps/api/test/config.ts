/** Where a Redis comes from: an address, or else the program on the path. CI may not do without one. */
export const config = Object.freeze({
  redisUrl: process.env['REDIS_URL'],
  path: process.env['PATH'] ?? '',
  isCi: process.env['CI'] === 'true',
});
