-- Which epoch of a programme began with which restore from a backup, in their order, and under which id the office wrote before.
CREATE TABLE restore (
  programme INTEGER NOT NULL REFERENCES programme (key),
  place INTEGER NOT NULL,              -- 1, 2, …
  epoch INTEGER NOT NULL,              -- that began
  kept_epoch INTEGER NOT NULL,         -- the one before, and the number up to which the backup held it
  kept_n INTEGER NOT NULL,
  server_replica BLOB NOT NULL,        -- until then
  server_counter INTEGER NOT NULL,
  restored_at INTEGER NOT NULL,        -- milliseconds since 1970
  PRIMARY KEY (programme, place)
) STRICT, WITHOUT ROWID;
