-- What came from the field and nobody at the office has read. What is here already waits for nobody.
ALTER TABLE record ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listing ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE type_count ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
