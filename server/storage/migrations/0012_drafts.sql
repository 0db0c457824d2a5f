-- What people have begun on their tablets and not saved, for nobody but them.
CREATE TABLE draft (
  programme INTEGER NOT NULL REFERENCES programme (key),
  person BLOB NOT NULL,
  device BLOB NOT NULL,                -- the replica that began it
  key TEXT NOT NULL,                   -- a place in the app
  version INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,            -- milliseconds since 1970
  bytes BLOB NOT NULL,
  PRIMARY KEY (programme, person, device, key)
) STRICT, WITHOUT ROWID;
