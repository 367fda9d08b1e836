-- A reminder's cycles are counted, and a count comes again: when the reminder is moved to another day, or what completed it is taken
-- back. So that nobody stays untold, what is told of is named by what was asked for and by what began the cycle. Empty where a worker
-- of the version before noted it: the next one names it.
ALTER TABLE app.notifications ADD COLUMN occasion text NOT NULL DEFAULT '';
ALTER TABLE app.notifications DROP CONSTRAINT notifications_tenant_id_reminder_id_cycle_round_state_user__key;
ALTER TABLE app.notifications ADD CONSTRAINT notifications_once
  UNIQUE (tenant_id, reminder_id, cycle, occasion, round, state, user_id, channel);
