import { anEvent } from '@odolog/testing';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { atDueReminders, unreachable } from './at-due-reminders.js';

const at = atDueReminders();

describe('nobody is told twice', () => {
  it('by many workers at once, again and again', async () => {
    await at.aReminder('2026-06-01');
    await Promise.all(Array.from({ length: 6 }, () => at.run('2026-06-01T10:00:00Z')));
    await at.run('2026-06-01T11:00:00Z');
    expect(await at.told()).toEqual([
      { state: 'due', channel: 'app', userId: at.tenant.userId },
      { state: 'due', channel: 'mail', userId: at.tenant.userId },
    ]);
    expect(at.mails).toEqual([
      {
        to: `${at.tenant.userId}@example.org`,
        subject: 'Octavia: Oil and filter is due now',
        text: expect.stringContaining('- Octavia: Oil and filter is due now (Jun 1, 2026)') as string,
      },
    ]);
  });

  it('but anew in the next cycle, and after a snooze', async () => {
    const reminder = await at.aReminder('2026-06-01', { every: { months: 1 } });
    await at.run('2026-06-01T10:00:00Z');
    const snooze = { reminderId: reminder.id, title: 'Oil', cycle: 1, until: { date: '2026-06-05' } };
    await at.append(anEvent('reminder-snoozed', at.tenant, at.vehicle, { date: '2026-06-01', data: snooze }));
    await at.run('2026-06-04T10:00:00Z');
    expect(await at.states()).toEqual(['due']);
    await at.run('2026-06-05T10:00:00Z');
    expect(await at.states()).toEqual(['due', 'overdue']);
    const done = { reminderId: reminder.id, title: 'Oil' };
    await at.append(anEvent('reminder-completed', at.tenant, at.vehicle, { date: '2026-06-06', data: done }));
    await at.run('2026-07-06T10:00:00Z');
    expect(await at.states()).toEqual(['due', 'overdue', 'due']);
  });

  it('but anew when it is moved to another day, and not for another title', async () => {
    const reminder = await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z');
    const corrected = (data: object, correctsId: string) =>
      anEvent('reminder', at.tenant, at.vehicle, {
        date: '2026-01-01',
        data: { title: 'Oil', soon: { days: 0 }, ...data },
        correctsId,
        reason: 'Asked again',
      });
    const renamed = corrected({ dueDate: '2026-06-01' }, reminder.id);
    await at.append(renamed);
    await at.run('2026-06-01T11:00:00Z');
    expect(await at.states()).toEqual(['due']);
    await at.append(corrected({ dueDate: '2026-09-01' }, renamed.id));
    await at.run('2026-09-01T10:00:00Z');
    expect(await at.states()).toEqual(['due', 'due']);
    expect(at.mails).toHaveLength(2);
  });

  it('but anew when what completed it is taken back', async () => {
    const reminder = await at.aReminder('2026-01-31', { every: { months: 1 } });
    const done = (date: string) =>
      anEvent('reminder-completed', at.tenant, at.vehicle, {
        date,
        data: { reminderId: reminder.id, title: 'Oil' },
      });
    const [first, second] = [done('2026-01-31'), done('2026-02-28')];
    await at.append(first);
    await at.run('2026-02-28T10:00:00Z');
    await at.append(second);
    await at.append(
      anEvent('retraction', at.tenant, at.vehicle, {
        date: first.date,
        data: {},
        correctsId: first.id,
        reason: 'Another car',
      }),
    );
    await at.run('2026-03-28T10:00:00Z');
    expect(await at.states()).toEqual(['due', 'due']);
  });

  it('not by a newer version of the worker either', async () => {
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z', unreachable);
    await at.admin(sql`UPDATE app.notifications SET occasion = ''`);
    await at.run('2026-06-01T10:08:00Z');
    expect(await at.states()).toEqual(['due']);
    expect(at.mails).toHaveLength(1);
  });
});

describe('nobody is told', () => {
  it.each(['sold', 'archived', 'transferred'] as const)('of a vehicle that is %s', async (type) => {
    await at.aReminder('2026-06-01');
    await at.append(anEvent(type, at.tenant, at.vehicle, { date: '2026-05-01' }));
    await at.run('2026-06-02T10:00:00Z');
    expect(await at.told()).toEqual([]);
  });

  it('of a vehicle that is deleted', async () => {
    await at.aReminder('2026-06-01');
    await at.admin(sql`UPDATE app.vehicles SET deleted_at = now() WHERE id = ${at.vehicle}`);
    await at.run('2026-06-02T10:00:00Z');
    expect(await at.told()).toEqual([]);
  });

  it('who only looks, or drives another vehicle; whoever drives this one is', async () => {
    await at.aReminder('2026-06-01');
    const driver = await at.aMember('driver');
    for (const role of ['viewer', 'driver', 'maintainer']) await at.aMember(role);
    await at.drives(driver);
    await at.run('2026-06-01T10:00:00Z');
    const people = (await at.told()).filter(({ channel }) => channel === 'app').map(({ userId }) => userId);
    expect(people.toSorted()).toEqual([at.tenant.userId, driver].toSorted());
  });
});
