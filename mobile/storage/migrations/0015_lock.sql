-- What stands between the screens and whoever picks the tablet up: one row, or none as long as nobody asked for anything.
CREATE TABLE lock (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  pin TEXT NOT NULL,                   -- argon2id, with salt and cost inside; empty: there is none
  pin_of_kiosk INTEGER NOT NULL,       -- it was set for a kiosk alone, and goes with it
  wrong INTEGER NOT NULL,              -- tries since the last right one
  idle_minutes INTEGER NOT NULL,       -- until it locks by itself; 0: never
  kiosk TEXT NOT NULL                  -- what a participant is asked for; empty: no kiosk is going on
) STRICT;
