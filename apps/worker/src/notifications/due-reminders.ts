import type { Resource } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { readReminderContexts } from '@odolog/read-models';
import { evaluateReminders, localDateOf, occasionOf, type ReminderStanding } from '@odolog/vehicle';

const toldStates = ['due-soon', 'due', 'overdue'] as const;
export type ToldState = (typeof toldStates)[number];

/** A reminder that people are told of, with its vehicle. */
export interface DueReminder {
  readonly vehicleId: string;
  readonly vehicle: string;
  readonly resource: Resource;
  readonly reminderId: string;
  readonly cycle: number;
  readonly occasion: string;
  readonly round: number;
  readonly state: ToldState;
  readonly title: string;
  readonly dueOn: string | null;
  /** The day on which it was set, YYYY-MM-DD. */
  readonly setOn: string;
}

/** What is due or due soon in a tenant, each by the day of its vehicle's zone; nothing of vehicles that are gone or deleted. */
export async function dueReminders(
  trx: TenantTransaction,
  tenantId: string,
  now: Date,
): Promise<DueReminder[]> {
  const vehicles = await trx
    .selectFrom('vehicles')
    .select(['id', 'nickname', 'make', 'model', 'garageId', 'timeZone'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .execute();
  const contexts = await readReminderContexts(
    trx,
    vehicles.map(({ id, timeZone }) => ({ id, today: localDateOf(now.toISOString(), timeZone) })),
  );
  return vehicles.flatMap(({ id, nickname, make, model, garageId, timeZone }) => {
    const context = contexts.get(id);
    if (!context || context.gone) return [];
    const vehicle = nickname ?? [make, model].filter(Boolean).join(' ');
    const resource = { kind: 'vehicle', id, garageId } as const;
    return evaluateReminders(context, localDateOf(now.toISOString(), timeZone)).flatMap((standing) =>
      isTold(standing) ? [{ vehicleId: id, vehicle, resource, ...told(standing) }] : [],
    );
  });
}

type Told = ReminderStanding & { readonly state: ToldState };

function isTold(standing: ReminderStanding): standing is Told {
  return toldStates.some((state) => state === standing.state);
}

function told(standing: Told) {
  const { reminder, cycle, snoozes, state, dueOn } = standing;
  return {
    reminderId: reminder.id,
    cycle: cycle.number,
    occasion: occasionOf(standing),
    round: snoozes,
    state,
    title: reminder.fact.title,
    dueOn,
    setOn: reminder.date,
  };
}
