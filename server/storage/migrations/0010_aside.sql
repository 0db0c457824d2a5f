-- Changes that were set aside for a coordinator, and which of them somebody has seen to.
CREATE TABLE aside_settled (
  log INTEGER PRIMARY KEY REFERENCES log (key),
  settled_by BLOB NOT NULL,
  settled_at INTEGER NOT NULL          -- milliseconds since 1970
) STRICT;
