-- The role that a copy was filtered for, where what comes from now on is of another role or epoch; null: it is what the office sends now.
ALTER TABLE copy ADD COLUMN outdated INTEGER;
CREATE INDEX copy_outdated ON copy (programme, record) WHERE outdated IS NOT NULL;
