-- What a key stood for is forgotten after a week whether an answer was kept or not; what stands for the id of a made thing stays.
ALTER TABLE app.idempotent_requests ADD COLUMN of_key boolean NOT NULL DEFAULT false;
DROP INDEX app.idempotent_requests_answered;
CREATE INDEX idempotent_requests_lapsing ON app.idempotent_requests (tenant_id, created_at) WHERE answer IS NOT NULL OR of_key;
