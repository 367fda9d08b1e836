import { expect, it } from 'vitest';
import type { AuditEntry } from '@/api/schema.gen';
import { trailDays } from './trail-days';

const at = (recordedAt: string) => ({ recordedAt }) as AuditEntry;
const late = at('2026-11-20T23:30:00Z');
const early = at('2026-11-20T08:00:00Z');

it('parts entries by the day on which they happened for the viewer', () => {
  expect(trailDays([late, early], 'Europe/Berlin')).toEqual([
    { date: '2026-11-21', entries: [late] },
    { date: '2026-11-20', entries: [early] },
  ]);
  expect(trailDays([late, early], 'America/New_York')).toEqual([
    { date: '2026-11-20', entries: [late, early] },
  ]);
});
