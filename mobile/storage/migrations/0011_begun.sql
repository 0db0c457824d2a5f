-- What somebody has begun and not saved, where the office keeps it for them too.
CREATE TABLE begun (
  programme INTEGER NOT NULL REFERENCES programme (key),
  key TEXT NOT NULL,                   -- a place in the app
  bytes BLOB NOT NULL,                 -- empty: it is over, and the office does not know
  version INTEGER NOT NULL,            -- milliseconds since 1970 when it was kept, or more, so that it grows
  at_office INTEGER NOT NULL DEFAULT 0, -- the version that the office has; 0: none
  PRIMARY KEY (programme, key)
) STRICT, WITHOUT ROWID;

-- … and on other devices of the same person.
CREATE TABLE begun_elsewhere (
  programme INTEGER NOT NULL REFERENCES programme (key),
  key TEXT NOT NULL,
  device BLOB NOT NULL,
  kept_at INTEGER NOT NULL,
  bytes BLOB NOT NULL,                 -- empty: it is over, and the office does not know
  PRIMARY KEY (programme, key, device)
) STRICT, WITHOUT ROWID;
