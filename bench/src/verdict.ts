/** Says whether a target was reached; one that was missed ends the run with code 1. */
export function verdict(what: string, measured: number, relation: '>=' | '<=', target: number): void {
  const reached = relation === '>=' ? measured >= target : measured <= target;
  console.log(
    `${reached ? 'reached' : 'MISSED '}  ${what}: ${measured.toFixed(2)} (target ${relation} ${target})`,
  );
  if (!reached) process.exitCode = 1;
}
