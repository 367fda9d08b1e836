-- Reminders have a model of their own since 0070: nothing has written or read these since. Their index goes with them.
ALTER TABLE app.summary_events DROP COLUMN reminder, DROP COLUMN service_kinds;
