-- The bytes of own changes apart from their receipts: a receipt is written over, and these never are.
CREATE TABLE own_bytes (
  programme INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  hash BLOB NOT NULL,
  chain BLOB NOT NULL,
  encoded BLOB NOT NULL,
  PRIMARY KEY (programme, counter),
  FOREIGN KEY (programme, counter) REFERENCES own_change (programme, counter)
) STRICT, WITHOUT ROWID;

INSERT INTO own_bytes (programme, counter, hash, chain, encoded)
  SELECT programme, counter, hash, chain, encoded FROM own_change;

ALTER TABLE own_change DROP COLUMN hash;
ALTER TABLE own_change DROP COLUMN chain;
ALTER TABLE own_change DROP COLUMN encoded;
