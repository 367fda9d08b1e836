-- A charge measures what was used since the last one to the same level; what was drawn and billed stands beside what was added.
ALTER TABLE app.fuel_fills ADD COLUMN level_permille smallint;
ALTER TABLE app.fuel_fills ADD COLUMN drawn_wh bigint;
ALTER TABLE app.fuel_fills ADD COLUMN billed_wh bigint;

-- of the charges that say so; measured_wh is what was added by those that say what was drawn
ALTER TABLE app.fuel_segments ADD COLUMN drawn_wh bigint NOT NULL DEFAULT 0;
ALTER TABLE app.fuel_segments ADD COLUMN measured_wh bigint NOT NULL DEFAULT 0;
ALTER TABLE app.fuel_segments ADD COLUMN billed_wh bigint NOT NULL DEFAULT 0;
