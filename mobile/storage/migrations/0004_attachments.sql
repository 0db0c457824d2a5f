-- The blobs of attachment records: what is here of them, and how far they came. Their bytes lie sealed in files beside.
CREATE TABLE blob (
  programme INTEGER NOT NULL REFERENCES programme (key),
  attachment BLOB NOT NULL,
  about BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  size_bytes INTEGER NOT NULL,
  here INTEGER NOT NULL,               -- whole and verified; else a person asked for it
  stage INTEGER NOT NULL,              -- of the bytes at the office, as receipts of changes
  epoch INTEGER,                       -- in which the office said that; null before
  sent_bytes INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (programme, attachment)
) STRICT, WITHOUT ROWID;

CREATE INDEX blob_by_about ON blob (programme, about);
