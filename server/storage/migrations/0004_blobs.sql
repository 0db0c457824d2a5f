-- Which attachment records' blobs are whole and verified in the folder of blobs: the office has them. One that no row speaks of
-- is swept away.
CREATE TABLE blob_pin (
  programme INTEGER NOT NULL REFERENCES programme (key),
  attachment BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  about BLOB NOT NULL,                 -- the record that the attachment belongs to; zeros without one
  size_bytes INTEGER NOT NULL,
  replica BLOB NOT NULL,               -- that brought it
  pinned_at INTEGER NOT NULL,
  PRIMARY KEY (programme, attachment, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX blob_pin_by_hash ON blob_pin (programme, sha256);
CREATE INDEX blob_pin_by_about ON blob_pin (programme, about);
CREATE INDEX blob_pin_by_replica ON blob_pin (programme, replica);
