-- The office's sealing key (X25519), as it last gave it: to it what a person hands in and may not read back is sealed. Empty: not yet.
ALTER TABLE programme ADD COLUMN seal_to BLOB NOT NULL DEFAULT x'';
