import { Problem } from '@odolog/problems';

/** @throws Problem `version-conflict` with the current version, when the client knows another one */
export function refuseOtherVersion(current: number, expected: number | undefined): void {
  if (expected === undefined || expected === current) return;
  throw new Problem('version-conflict', { currentVersion: current });
}
