-- A reading without a time of day was told as one of noon. Until a tenant's readings are folded anew none says that its time is known.
ALTER TABLE app.odometer_readings ADD COLUMN time_known boolean NOT NULL DEFAULT false;
ALTER TABLE app.hours_readings ADD COLUMN time_known boolean NOT NULL DEFAULT false;
