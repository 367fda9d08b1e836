import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { holdTo, Problem, type Rule } from '@odolog/problems';
import type { DecidedEvent, StandingReminder } from '@odolog/vehicle';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { checkOfBody } from '../http/schema-check.js';
import { type Resources, RESOURCES } from '../resources.js';
import { appendReminderEvent } from './append-reminder-event.js';
import { decideFlat } from './decide-flat.js';
import { decideStep } from './decide-step.js';
import { reminderAtHand, type ReminderAtHand } from './reminder-at-hand.js';
import { completeReminder, type RecordedReminder } from './reminders.contract.js';

type Call = CallOf<typeof completeReminder>;

export class CompleteReminder extends Command<Answer<RecordedReminder>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(CompleteReminder)
export class CompleteReminderHandler implements ICommandHandler<CompleteReminder> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CompleteReminder): Promise<Answer<RecordedReminder>> {
    const { caller, params, body } = call;
    const id = idFor(call, body.id);
    const atHand = await reminderAtHand(this.resources, caller, { ...params, eventId: id });
    const { standing, vehicleId, now } = atHand;
    const { reminder } = standing;
    const event = decide(atHand, { id, body });
    const completion = { vehicleId, reminderId: reminder.id, event, now };
    return appendReminderEvent(this.resources, call, completion).catch((error: unknown) => {
      throw withoutVoid(error);
    });
  }
}

/** Domain: a voided reading never completes. What was done is logged for its own sake as an event. */
const countsForSomething: Rule<Call['body']> = {
  reads: ['/odometer'],
  check: ({ odometer }) => {
    if (odometer?.void !== true) return;
    const detail =
      'A void reading completes no reminder: leave the reading out, or record the work by itself';
    const fault = { pointer: '/odometer/void', code: 'void-completes-nothing', detail };
    throw new Problem('void-completes-nothing', { detail, errors: [fault] });
  },
};

/** That way out of a reading that does not fit leads nowhere here. */
function withoutVoid(error: unknown): unknown {
  if (!(error instanceof Problem) || !Array.isArray(error.extras['waysOut'])) return error;
  const waysOut = (error.extras['waysOut'] as readonly { readonly kind: string }[]).filter(
    ({ kind }) => kind !== 'void',
  );
  return new Problem(error.code, { ...error.extras, waysOut });
}

const faultsOf = checkOfBody(completeReminder.body);
const isUnknown = ({ code }: { readonly code: string }): boolean => code === 'unknown-field';

/** Work is held to the schema of its type; what is only said to be done, to that of the request. Neither takes what this fills in. */
function decide(atHand: ReminderAtHand, { id, body }: { id: string; body: Call['body'] }): DecidedEvent {
  const { standing, vehicle, now, today } = atHand;
  const { reminder } = standing;
  const faults = faultsOf(body);
  // what was done once, before this was refused, is answered as it was
  const rules = atHand.repeated ? [] : [countsForSomething];
  if (!isWork(reminder, body)) {
    const step = () => decideStep(atHand, { ...body, id, type: 'reminder-completed' });
    holdTo(body, [...rules, { reads: [''], check: () => void step() }], faults);
    return step();
  }
  const known = Object.entries(body).filter(([name]) => name in completeReminder.body.properties);
  const filledIn = { date: today, items: [workOf(reminder)] };
  const service = { ...filledIn, ...Object.fromEntries(known), reminderIds: [reminder.id] };
  const work = () => decideFlat({ type: 'maintenance', body: service, vehicle, id, now });
  holdTo(body, [...rules, { reads: [], check: () => void work() }], faults.filter(isUnknown));
  return work();
}

/** What has a kind of work, a bill or hours is work; what has none of these is a thing to think of, and logs only that it is done. */
function isWork({ fact }: StandingReminder, { items, total, workshop, hours }: Call['body']): boolean {
  return (fact.serviceKind ?? items ?? total ?? workshop ?? hours) !== undefined;
}

/** The work that the reminder stands for; words that are no kind describe it. */
function workOf({ fact: { serviceKind, title } }: StandingReminder): object {
  if (serviceKind !== undefined && /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(serviceKind))
    return { kind: serviceKind };
  return { kind: 'other', description: serviceKind ?? title };
}
