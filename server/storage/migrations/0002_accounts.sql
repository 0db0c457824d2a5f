-- Who may come in. People sign in once for all their programmes, so these keys begin with the person or the secret.

CREATE TABLE user (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,         -- empty: cannot sign in
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE user_role (
  person BLOB NOT NULL,
  programme TEXT NOT NULL,
  role INTEGER NOT NULL,
  PRIMARY KEY (person, programme)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_title (
  programme TEXT PRIMARY KEY,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE browser_session (
  token_hash BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  csrf TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX browser_session_by_person ON browser_session (person);
CREATE INDEX browser_session_by_expiry ON browser_session (expires_at);

CREATE TABLE enrolment (
  id BLOB PRIMARY KEY,
  programme TEXT NOT NULL,
  person BLOB NOT NULL,
  person_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  code_hash BLOB NOT NULL UNIQUE,
  lookup BLOB NOT NULL UNIQUE,         -- made of the hash: what a tablet that does not trust us yet asks by
  confirmation INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state INTEGER NOT NULL,
  public_key BLOB,                     -- null, as are the next three, until a device claims it
  device_name TEXT,
  replica BLOB,
  words TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX enrolment_by_expiry ON enrolment (expires_at) WHERE state != 2;
