ALTER TABLE note ADD COLUMN place TEXT;
CREATE INDEX note_by_place ON note (place); -- several statements; in one file
