import { daysAfter, monthsAfter } from '@odolog/vehicle';
import { describe, expect, test } from 'vitest';
import { atReminders, oil, reminderIn, today } from './at-reminders.js';

const { at, set, act, list } = atReminders();

describe('completing', () => {
  test('logs the service, and arms the reminder again from it', async () => {
    const { body: reminder } = await set(oil);
    const { status, body } = await act(reminder.id, 'complete', {
      odometer: { value: 84_210, unit: 'km' },
      total: { amount: '89.90', currency: 'EUR' },
      workshop: 'Autohaus Weber',
      notes: 'With a new gasket',
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        id: reminder.id,
        state: 'upcoming',
        cycle: 2,
        dueDate: monthsAfter(today, 12),
        dueOdometer: { value: 99_210, unit: 'km' },
        event: {
          type: 'maintenance',
          date: today,
          cost: { amount: '89.90', currency: 'EUR' },
          notes: 'With a new gasket',
          data: { items: [{ kind: 'engine-oil' }], reminderIds: [reminder.id] },
        },
      },
    });
    const after = reminderIn(body);
    expect(await list()).toEqual([{ ...after, distanceLeftM: 15_000_000, used: expect.any(Number) }]);
  });

  test('the same request again logs nothing more', async () => {
    const { body: reminder } = await set(oil);
    const complete = () =>
      at.robin.call({
        url: `/v1/reminders/${reminder.id}/complete`,
        body: {},
        headers: { 'idempotency-key': `done-${reminder.id}` },
      });
    const first = await complete();
    const again = await complete();
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.event.id).toBe(first.body.event.id);
    expect(again.body.cycle).toBe(2);
  });

  test('what has no kind of work is only said to be done, for good when it does not recur', async () => {
    const { body: reminder } = await set({ title: 'Sell the roof box', dueDate: today });
    const { body } = await act(reminder.id, 'complete');
    expect(body).toMatchObject({ state: 'completed', event: { type: 'reminder-completed', cost: null } });
    expect(await act(reminder.id, 'complete')).toMatchObject({
      status: 409,
      body: { code: 'reminder-closed', state: 'completed' },
    });
  });

  test('is done by an ordinary service too, and undone when that is taken back', async () => {
    await set({ ...oil, date: daysAfter(today, -10) });
    const { body } = await at.record({
      type: 'maintenance',
      date: today,
      data: { items: [{ kind: 'engine-oil' }] },
    });
    expect(await list()).toMatchObject([{ cycle: 2, state: 'upcoming' }]);
    await at.robin.call({
      url: `${at.vehicle}/events/${body.event.id}/retractions`,
      body: { reason: 'Entered twice' },
    });
    expect(await list()).toMatchObject([{ cycle: 1, state: 'due' }]);
  });

  test('that is dated ahead is done on its day, as the answer says too', async () => {
    const { body: reminder } = await set({ ...oil, dueDate: daysAfter(today, 3) });
    const { body } = await act(reminder.id, 'complete', {
      date: daysAfter(today, 5),
      odometer: { value: 90_000, unit: 'km' },
    });
    expect(body).toMatchObject({ cycle: 1, state: 'due-soon', warnings: [{ code: 'date-in-the-future' }] });
    expect(await list()).toEqual([reminderIn(body)]);
  });

  test('is not done by the work after which it is set, on the same day', async () => {
    const work = { type: 'maintenance', date: today, data: { items: [{ kind: 'engine-oil' }] } };
    await at.record(work);
    const next = { title: 'Oil', dueDate: daysAfter(today, 365), serviceKind: 'engine-oil' };
    expect((await set(next)).body).toMatchObject({ state: 'upcoming', cycle: 1 });
    expect(await list()).toMatchObject([{ state: 'upcoming', dueOn: next.dueDate }]);
    const asTold = await at.read(`reminders?asOf=${today}`);
    expect(asTold.items).toMatchObject([{ state: 'upcoming', dueOn: next.dueDate }]);
    await at.record(work);
    expect(await list()).toMatchObject([{ state: 'completed' }]);
  });

  test.each([
    [
      'work',
      oil,
      { reminderIds: ['x'], hoursVoid: true, items: [] },
      ['/hoursVoid', '/items', '/reminderIds'],
    ],
    [
      'a thing to think of',
      { title: 'Sell the roof box', dueDate: today },
      { title: 'Sold', colour: 'red', notes: '', odometer: { value: -1, unit: 'km' } },
      ['/colour', '/notes', '/odometer/value', '/title'],
    ],
  ])(
    '%s drops nothing of what is sent: what it does not know is refused',
    async (_what, about, sent, told) => {
      const { body: reminder } = await set(about);
      const { status, body } = await act(reminder.id, 'complete', sent);
      expect(status).toBe(422);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(told);
      expect(await list()).toMatchObject([{ cycle: 1 }]);
    },
  );

  test('of a thing to think of, a reading of zero was not taken, and hours of the meter are kept as work', async () => {
    const about = { title: 'Look at the belt', dueDate: today, every: { hours: 50 } };
    const { body: reminder } = await set(about);
    const zero = await act(reminder.id, 'complete', { odometer: { value: 0, unit: 'km' } });
    expect(zero).toMatchObject({
      status: 201,
      body: { event: { type: 'reminder-completed', odometer: null } },
    });
    const { body } = await act(reminder.id, 'complete', { hours: 120 });
    expect(body).toMatchObject({ cycle: 2, dueHours: 170, event: { type: 'maintenance' } });
  });

  test.each([
    ['work', oil],
    ['a thing to think of', { title: 'Sell the roof box', dueDate: today }],
  ])('%s is not done by a void reading', async (_what, about) => {
    const { body: reminder } = await set(about);
    const odometer = { value: 1000, unit: 'km', void: true };
    expect(await act(reminder.id, 'complete', { odometer })).toMatchObject({
      status: 422,
      body: { code: 'void-completes-nothing', errors: [{ pointer: '/odometer/void' }] },
    });
    const both = await act(reminder.id, 'complete', { odometer, colour: 'red' });
    expect(both.body.errors).toMatchObject([{ pointer: '/colour' }, { pointer: '/odometer/void' }]);
    expect(await list()).toMatchObject([{ cycle: 1 }]);
  });

  test('work whose reading is void says which reminders it leaves undone, now and once it is corrected to be so', async () => {
    const { body: reminder } = await set({ ...oil, date: daysAfter(today, -10) });
    const work = (about: object = {}, data: object = {}) => ({
      type: 'maintenance',
      date: today,
      odometer: { value: 1000, unit: 'km', ...about },
      data: { items: [{ kind: 'engine-oil' }], ...data },
    });
    const left = {
      code: 'void-completes-nothing',
      detail: 'Its reading is void, so it completes no reminder: Oil and filter',
    };
    await at.fold();
    expect((await at.record(work({ void: true }))).body.warnings).toEqual([left]);
    expect((await at.record(work({}, { hours: 5, hoursVoid: true }))).body.warnings).toEqual([left]);
    expect((await at.record(work({ void: true }, { items: [{ kind: 'tyres' }] }))).body.warnings).toEqual([]);
    const named = work({ void: true }, { items: [{ kind: 'tyres' }], reminderIds: [reminder.id] });
    expect((await at.record(named)).body.warnings).toEqual([left]);
    const done = (await at.record(work())).body;
    expect(done.warnings).toEqual([]);
    expect(await list()).toMatchObject([{ cycle: 2 }]);
    const corrected = await at.robin.call({
      url: `${at.vehicle}/events/${done.event.id}/corrections`,
      body: { reason: 'Misread', event: work({ void: true }) },
    });
    expect(corrected.body.warnings).toEqual([left]);
    expect(await list()).toMatchObject([{ cycle: 1 }]);
  });

  test('a reading that does not fit is refused with its ways out', async () => {
    const { body: reminder } = await set(oil);
    await at.record({ type: 'odometer', date: today, odometer: { value: 1000, unit: 'km' }, data: {} });
    const { body } = await act(reminder.id, 'complete', { odometer: { value: 999, unit: 'km' } });
    expect(body).toMatchObject({ code: 'odometer-out-of-order', waysOut: expect.any(Array) as unknown });
    expect(body.waysOut.map(({ kind }: { kind: string }) => kind)).not.toContain('void');
  });
});
