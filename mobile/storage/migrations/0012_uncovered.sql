-- What the office applied and no copy holds yet: few, where what waits to be sent may be thousands.
CREATE INDEX own_change_uncovered ON own_change (programme, record) WHERE overlay = 1 AND stage IN (2, 3);
