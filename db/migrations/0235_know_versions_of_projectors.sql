-- A projector that folds its rows otherwise than it did has a higher version: what an older one has folded is folded anew by the
-- worker, beside what readers see. Workers of the version before make lanes of their own version.
ALTER TABLE app.projector_checkpoints ADD COLUMN version integer NOT NULL DEFAULT 1;
