-- Anonymous answers: no number, person, device or time stands beside them. DESIGN.md says what that leaves.
CREATE TABLE answer (
  programme INTEGER NOT NULL REFERENCES programme (key),
  about BLOB NOT NULL,                 -- the record that they answer: a wave
  id BLOB NOT NULL,                    -- random
  counted INTEGER NOT NULL,            -- numbers speak of it
  answered BLOB NOT NULL,              -- type, form version, values: as it travels
  PRIMARY KEY (programme, about, id)
) STRICT, WITHOUT ROWID;
