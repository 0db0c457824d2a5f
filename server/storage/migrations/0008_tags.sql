-- The tag of each commit of a programme's present epoch, by the number that it reached: whoever comes with another tag for it, or for
-- a number that is not reached, was served by a database that is not here any more.
CREATE TABLE commit_tag (
  programme INTEGER NOT NULL REFERENCES programme (key),
  n INTEGER NOT NULL,
  tag INTEGER NOT NULL,
  PRIMARY KEY (programme, n)
) STRICT, WITHOUT ROWID;
