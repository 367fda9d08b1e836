/** Connection exceptions, rollbacks, exhausted resources, locks, operator intervention, system errors. */
const passingClasses = ['08', '40', '53', '55', '57', '58'];
const sqlState = /^[0-9A-Z]{5}$/;
const connectionLost =
  /^connection terminated|^client has encountered a connection error|timeout exceeded when trying to connect|server closed the connection/i;

/** Whether waiting cures it: the connection or the server failed, not the data. Node's own codes (ECONNREFUSED) count. */
export function isPassing(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  if (sqlState.test(code)) return passingClasses.includes(code.slice(0, 2));
  return 'syscall' in failure || connectionLost.test(failure.message);
}
