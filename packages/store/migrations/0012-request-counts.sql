-- How many requests somebody made in the present minute or hour, over all processes of a server. What a crash loses of it
-- harms nobody, so it is written to no log; it is in no backup.

CREATE UNLOGGED TABLE request_counts (
  -- What is counted and whose, such as 'signIns 192.0.2.7'.
  counter text PRIMARY KEY,
  points bigint NOT NULL,
  -- Counted anew from then on.
  until timestamptz NOT NULL
);
ALTER TABLE request_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON request_counts TO thousand_cities_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_counts TO thousand_cities_system;
