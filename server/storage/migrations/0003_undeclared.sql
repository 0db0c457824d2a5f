-- Does a record hold a field that its type did not declare when it was written? Of older ones nobody knows: they are looked
-- into before they go down, until they are written again.
ALTER TABLE record ADD COLUMN undeclared INTEGER NOT NULL DEFAULT 1;
