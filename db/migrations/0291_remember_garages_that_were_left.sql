-- Where a vehicle stood when its garage was deleted: it comes back with it, unless it was put elsewhere since. No foreign key: it
-- is a memory, and says nothing of who may see the vehicle.
ALTER TABLE app.vehicles ADD COLUMN left_garage_id uuid;
