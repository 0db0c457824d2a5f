-- What one person keeps on one tablet. Every key begins with the programme; DESIGN.md says why it is laid out so.

CREATE TABLE programme (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  person BLOB NOT NULL,
  person_name TEXT NOT NULL,
  device_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  server TEXT NOT NULL,
  tls INTEGER NOT NULL,
  pins TEXT NOT NULL                   -- base64url, parted by single spaces
) STRICT;

CREATE TABLE standing (
  programme INTEGER PRIMARY KEY REFERENCES programme (key),
  replica BLOB NOT NULL,
  counter INTEGER NOT NULL,
  chain BLOB NOT NULL,
  clock_millis INTEGER NOT NULL,
  clock_logical INTEGER NOT NULL,
  cursor_epoch INTEGER,                -- null in all three: nothing was ever taken
  cursor_n INTEGER,
  cursor_tag INTEGER,
  settled_through INTEGER NOT NULL,
  formerly BLOB NOT NULL,
  copy_role INTEGER NOT NULL,
  last_success_millis INTEGER
) STRICT;

-- The server's copies, whole.
CREATE TABLE copy (
  programme INTEGER NOT NULL REFERENCES programme (key),
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
  needs_person INTEGER NOT NULL DEFAULT 0,
  state BLOB NOT NULL,
  PRIMARY KEY (programme, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX copy_by_type ON copy (programme, type, record);
CREATE INDEX copy_needing_person ON copy (programme, record) WHERE needs_person = 1;

-- What was written here, as it goes out, and how far it has come.
CREATE TABLE own_change (
  programme INTEGER NOT NULL REFERENCES programme (key),
  counter INTEGER NOT NULL,
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
  overlay INTEGER NOT NULL,
  dismissed INTEGER NOT NULL DEFAULT 0,
  hash BLOB NOT NULL,
  chain BLOB NOT NULL,
  stage INTEGER NOT NULL,
  reason TEXT NOT NULL,
  effective_millis INTEGER NOT NULL,
  effective_logical INTEGER NOT NULL,
  before_epoch INTEGER,
  before_n INTEGER,
  after_epoch INTEGER,
  after_n INTEGER,
  mac BLOB NOT NULL,
  learnt_millis INTEGER,               -- null: not answered yet
  encoded BLOB NOT NULL,
  PRIMARY KEY (programme, counter)
) STRICT, WITHOUT ROWID;

CREATE INDEX own_change_by_record ON own_change (programme, record);
CREATE INDEX own_change_overlay ON own_change (programme, type, record) WHERE overlay = 1;
CREATE INDEX own_change_waiting ON own_change (programme) WHERE stage <= 1;
CREATE INDEX own_change_inbox ON own_change (programme) WHERE stage >= 4 AND dismissed = 0;
