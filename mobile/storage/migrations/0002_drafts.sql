-- What somebody has begun and not saved. Never sent.

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
