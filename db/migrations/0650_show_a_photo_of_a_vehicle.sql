-- The photo by which people know a vehicle: one of its files.
ALTER TABLE app.vehicles ADD COLUMN image_id uuid;
ALTER TABLE app.vehicles ADD FOREIGN KEY (tenant_id, image_id) REFERENCES app.files (tenant_id, id);
CREATE INDEX vehicles_image ON app.vehicles (tenant_id, image_id);
