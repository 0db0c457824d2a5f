-- What tablets gave back after a restore. The number that a change bore in the epoch before:
ALTER TABLE log ADD COLUMN earlier_epoch INTEGER;
ALTER TABLE log ADD COLUMN earlier_n INTEGER;

-- Whose copy brought what into which record, and the number that the record took with it.
CREATE TABLE joined (
  programme INTEGER NOT NULL REFERENCES programme (key),
  number INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  record BLOB NOT NULL,
  before_epoch INTEGER,                -- the record's number until then; null: it was new
  before_n INTEGER,
  replica BLOB NOT NULL,               -- whose copy it was
  received_at INTEGER NOT NULL,        -- milliseconds since 1970
  copy BLOB NOT NULL                   -- as it was joined
) STRICT;

CREATE UNIQUE INDEX joined_by_number ON joined (programme, number);
CREATE INDEX joined_by_record ON joined (programme, record, number);
