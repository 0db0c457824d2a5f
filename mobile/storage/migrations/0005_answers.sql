-- Anonymous answers that the office does not have yet: nothing here says whose, when, or which came first.
CREATE TABLE answer (
  programme INTEGER NOT NULL REFERENCES programme (key),
  id BLOB NOT NULL,                    -- random
  answered BLOB NOT NULL,              -- type, form version, values: as it travels
  PRIMARY KEY (programme, id)
) STRICT, WITHOUT ROWID;
