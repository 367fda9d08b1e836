-- What the battery of an electric vehicle holds when it is full, so that a charge that no battery could take is named.
ALTER TABLE app.vehicles ADD COLUMN battery_wh integer CHECK (battery_wh > 0);
