-- Records that were erased for good while something of them was here, until the person has read that they were. Of changes to them
-- own_bytes keeps hash and chain, and no bytes.
CREATE TABLE erased (
  programme INTEGER NOT NULL REFERENCES programme (key),
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
  discarded INTEGER NOT NULL,          -- changes written here that the office never took
  put_away INTEGER NOT NULL,
  PRIMARY KEY (programme, record)
) STRICT, WITHOUT ROWID;
