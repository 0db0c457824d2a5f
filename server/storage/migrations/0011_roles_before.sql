-- What the device was before its present role, one bit for each: 1 << role.
ALTER TABLE replica ADD COLUMN roles_before INTEGER NOT NULL DEFAULT 0;
