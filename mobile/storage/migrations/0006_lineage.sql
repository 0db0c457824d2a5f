-- The office's restores from backups, as it last told them (PROTOCOL.md "Restores"): a list of epoch and number.
ALTER TABLE standing ADD COLUMN lineage BLOB NOT NULL DEFAULT x'00';
