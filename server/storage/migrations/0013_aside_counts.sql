-- What a device handed in since its access was withdrawn: it may fill so much and no more.
ALTER TABLE replica ADD COLUMN revoked_at INTEGER;  -- milliseconds since 1970
ALTER TABLE replica ADD COLUMN aside_changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replica ADD COLUMN aside_bytes INTEGER NOT NULL DEFAULT 0;
