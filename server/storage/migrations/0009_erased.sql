-- Records that were erased for good: who decided it, when, and the number that it took. Of their changes the log keeps numbers,
-- hashes and proofs.
CREATE TABLE erased (
  programme INTEGER NOT NULL REFERENCES programme (key),
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL,
  erased_by BLOB NOT NULL,             -- zeros: the office itself
  erased_at INTEGER NOT NULL,          -- milliseconds since 1970
  PRIMARY KEY (programme, record)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX erased_by_number ON erased (programme, number);
