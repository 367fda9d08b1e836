-- What is said about a vehicle changes without an event, so its stream's version does not tell two such changes apart.
ALTER TABLE app.vehicles ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- Whoever writes the row, and for whatever reason.
CREATE FUNCTION app.count_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER count_revision BEFORE UPDATE ON app.vehicles FOR EACH ROW EXECUTE FUNCTION app.count_revision();
