/** Where the tests' databases come from, and how far the tests go. */
export const config = Object.freeze({
  databaseUrl: process.env['ODOLOG_TEST_DATABASE_URL'],
  docker: process.env['ODOLOG_TEST_DOCKER'] === 'true',
  thorough: process.env['ODOLOG_TEST_THOROUGH'] === 'true',
});
