/** Where the tests' databases come from. */
export const config = Object.freeze({
  databaseUrl: process.env['ODOLOG_TEST_DATABASE_URL'],
  docker: process.env['ODOLOG_TEST_DOCKER'] === 'true',
});
