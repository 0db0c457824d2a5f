-- Room in a change's row for the answer that it will get: a row that grows in a full page splits the page.
ALTER TABLE own_change ADD COLUMN room BLOB NOT NULL DEFAULT x'';
-- What waits to be answered stands after what is settled: no index has to be kept for it.
DROP INDEX own_change_waiting;
