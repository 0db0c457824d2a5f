-- The number that a change bore in the life of the office before this one, where it was given back to it: a review of then speaks of that.
ALTER TABLE own_change ADD COLUMN earlier_epoch INTEGER;
ALTER TABLE own_change ADD COLUMN earlier_n INTEGER;
