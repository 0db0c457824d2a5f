-- What stood where an own change wrote, as its author was shown it: what undo goes back to, and what a history tells. Of a change
-- that made its record there is nothing; of changes older than this table nobody knows.
CREATE TABLE own_before (
  programme INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  stood BLOB NOT NULL,                 -- as much of the record's state, packed
  PRIMARY KEY (programme, counter),
  FOREIGN KEY (programme, counter) REFERENCES own_change (programme, counter) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
