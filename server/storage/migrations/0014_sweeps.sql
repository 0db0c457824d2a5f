-- Each sweep of attachments begins with a commit (DESIGN.md of server/blobs): this row is what it writes.
CREATE TABLE sweep (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  begun INTEGER NOT NULL               -- how many so far
) STRICT;
INSERT INTO sweep VALUES (1, 0);
