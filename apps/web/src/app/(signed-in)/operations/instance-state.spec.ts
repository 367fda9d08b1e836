import { expect, it } from 'vitest';
import { instanceState } from './instance-state';

const now = new Date('2026-11-21T12:00:00Z');
const projector = (change: object) => ({
  projector: 'vehicle-summary',
  tenants: 1,
  lagging: 0,
  maxLag: 0,
  failing: 0,
  ...change,
});
const healthy = {
  partitions: { missing: [] },
  projectors: {
    workers: [{ id: 'w', startedAt: '2026-11-21T10:00:00Z', beatAt: '2026-11-21T11:59:55Z' }],
    items: [projector({ maxLag: 3 })],
  },
  jobs: { items: [{ last: null }] },
};

it('has nothing to say of an instance that works, even a few events behind', () => {
  expect(instanceState(healthy, now)).toEqual({
    missingYears: 0,
    failing: 0,
    noWorker: false,
    behind: 0,
    failedJobs: 0,
  });
});

it('counts what is wrong', () => {
  const last = { state: 'failed' as const, createdAt: '', startedAt: null, completedAt: null };
  const broken = {
    partitions: { missing: [2027] },
    projectors: {
      workers: [{ ...healthy.projectors.workers[0]!, beatAt: '2026-11-21T11:58:00Z' }],
      items: [projector({ failing: 2 }), projector({ maxLag: 5000 })],
    },
    jobs: { items: [{ last }] },
  };
  expect(instanceState(broken, now)).toEqual({
    missingYears: 1,
    failing: 1,
    noWorker: true,
    behind: 1,
    failedJobs: 1,
  });
});
