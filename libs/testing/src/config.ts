/** Where the tests' databases come from. */
export const config = Object.freeze({
  databaseUrl: process.env['ODOLOG_TEST_DATABASE_URL'],
  docker: process.env['ODOLOG_TEST_DOCKER'] === 'true',
});

/** A Redis for the tests that need one; without it they are skipped. */
export const testRedisUrl = process.env['ODOLOG_TEST_REDIS_URL'];
