-- What moves a vehicle, as its owner or its VIN puts it: "2.0 L, 4 cylinders".
ALTER TABLE app.vehicles ADD COLUMN engine text;
