-- What the server keeps of its programmes. Every key begins with the programme; DESIGN.md says why it is laid out so.

CREATE TABLE programme (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  tag INTEGER NOT NULL,
  server_replica BLOB NOT NULL,
  server_counter INTEGER NOT NULL
) STRICT;

CREATE TABLE replica (
  programme INTEGER NOT NULL REFERENCES programme (key),
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  person_name TEXT NOT NULL,
  device_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  public_key BLOB NOT NULL,
  applied_through INTEGER NOT NULL,
  chain BLOB NOT NULL,
  told_through INTEGER NOT NULL,
  cursor_epoch INTEGER,
  cursor_n INTEGER,
  formerly BLOB NOT NULL,
  revoked INTEGER NOT NULL,
  enrolled_at INTEGER,                 -- milliseconds since 1970, as are the next two
  last_seen INTEGER,
  last_upload INTEGER,
  PRIMARY KEY (programme, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  programme INTEGER NOT NULL REFERENCES programme (key),
  id BLOB NOT NULL,
  type INTEGER NOT NULL,
  number INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  needs_person INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by BLOB NOT NULL,
  updated_on BLOB NOT NULL,
  title TEXT NOT NULL,
  state BLOB NOT NULL,
  UNIQUE (programme, id)
) STRICT;

CREATE INDEX record_by_number ON record (programme, number);

-- What lists and searches walk, newest first: narrow, so that a search reads text and nothing else.
CREATE TABLE listing (
  programme INTEGER NOT NULL,
  type INTEGER NOT NULL,
  number INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (key),
  deleted INTEGER NOT NULL,
  needs_person INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  PRIMARY KEY (programme, type, number, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_needing_person ON listing (programme, type, number) WHERE needs_person = 1;

-- Kept with every write of a record, because the overview asks at every live change.
CREATE TABLE type_count (
  programme INTEGER NOT NULL REFERENCES programme (key),
  type INTEGER NOT NULL,
  living INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  needing_person INTEGER NOT NULL,
  PRIMARY KEY (programme, type)
) STRICT, WITHOUT ROWID;

-- Every change as it was judged, for ever. A rival came under a dot that was judged already: it waits for a person.
CREATE TABLE log (
  key INTEGER PRIMARY KEY,
  programme INTEGER NOT NULL REFERENCES programme (key),
  replica BLOB NOT NULL,
  counter INTEGER NOT NULL,
  rival INTEGER NOT NULL,
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
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
  received_at INTEGER NOT NULL,
  change BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX log_by_dot ON log (programme, replica, counter) WHERE rival = 0;
CREATE UNIQUE INDEX log_rivals ON log (programme, replica, counter, hash) WHERE rival = 1;

CREATE INDEX log_by_record ON log (programme, record, received_at);
CREATE INDEX log_unapplied ON log (programme) WHERE stage >= 4;
