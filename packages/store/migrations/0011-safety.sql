-- What a copy of the database gives away, who signed in, who agreed to what.

-- Of a session's token only the SHA-256 is kept: whoever reads this table, or a copy of it, has no session by that.
-- Sessions begun before end here; everyone signs in again.
TRUNCATE auth_sessions;
ALTER TABLE auth_sessions RENAME token TO token_sha256;
ALTER TABLE auth_sessions ADD CHECK (token_sha256 ~ '^[0-9a-f]{64}$');

-- Sign-ins and failures, what administrators do, what was refused. Seen by administrators, through the program; forgotten
-- after a year, since it names addresses. Nobody changes an entry.
CREATE TABLE security_events (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  -- Such as 'sign-in'; `outcome` says whether it went well.
  event text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
  -- Who acted, where that is known.
  user_id uuid REFERENCES users,
  -- The network address it came from.
  address text,
  -- JSON: never a password, a token or a link.
  detail text NOT NULL
);
CREATE INDEX security_events_at ON security_events (at);
ALTER TABLE security_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE security_events FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON security_events TO thousand_cities_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON security_events TO thousand_cities_system;
CREATE TRIGGER never_changed BEFORE UPDATE ON security_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON security_events EXECUTE FUNCTION refuse_change();

-- What evaluating a plan said when it was published; absent for inventories and for plans published before.
ALTER TABLE publications ADD assessment text;

-- A city asks to join a network; its secretariat or national coordinator agrees. Until then the network sees nothing more of it
-- than anyone. Cities that are members stay so.
ALTER TABLE network_cities ADD accepted_at timestamptz, ADD accepted_by uuid REFERENCES users;
SET LOCAL ROLE thousand_cities_system;
UPDATE network_cities SET accepted_at = since;
RESET ROLE;

-- Only the program sets who agreed, in the name of whoever did; a city that comes back asks again.
REVOKE INSERT ON network_cities FROM thousand_cities_app;
GRANT INSERT (city_id, network_id, shares, since) ON network_cities TO thousand_cities_app;
CREATE FUNCTION ask_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.accepted_at := NULL;
  NEW.accepted_by := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_again BEFORE UPDATE ON network_cities FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL) EXECUTE FUNCTION ask_again();

INSERT INTO rights VALUES ('secretariat', 'network.accept', ''), ('national-coordinator', 'network.accept', '');

-- Cities that a network role may take in or turn away: a coordinator those of their country.
CREATE FUNCTION may_accept(network uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT coalesce(array_agg(c.city_id), '{}')
  FROM network_cities c
  JOIN cities ON cities.id = c.city_id
  JOIN network_members n ON n.network_id = c.network_id AND n.user_id = me() AND n.ended_at IS NULL
                        AND (n.country IS NULL OR n.country = cities.country)
  JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL
  JOIN rights r ON r.role = n.role AND r.action = 'network.accept'
  WHERE c.network_id = network AND c.ended_at IS NULL
$$;

CREATE OR REPLACE FUNCTION may(asked text, in_state text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
DECLARE
  who uuid := me();
  one uuid := only_city();
  found_cities uuid[];
BEGIN
  IF who IS NULL OR NOT EXISTS (SELECT FROM users WHERE id = who AND disabled_at IS NULL) THEN
    RETURN '{}';
  END IF;
  SELECT coalesce(array_agg(m.city_id), '{}') INTO found_cities
  FROM members m
  WHERE m.user_id = who AND m.ended_at IS NULL AND (one IS NULL OR m.city_id = one)
    AND EXISTS (SELECT FROM rights r WHERE r.role = m.role AND r.action = asked AND (in_state IS NULL OR r.state = in_state));
  IF EXISTS (SELECT FROM network_members WHERE user_id = who AND ended_at IS NULL) THEN
    SELECT found_cities || coalesce(array_agg(DISTINCT c.city_id), '{}') INTO found_cities
    FROM network_members n
    JOIN network_cities c ON c.network_id = n.network_id AND c.ended_at IS NULL AND c.accepted_at IS NOT NULL
                         AND split_part(asked, '.', 1) = ANY (c.shares)
    WHERE n.user_id = who AND n.ended_at IS NULL AND (one IS NULL OR c.city_id = one)
      AND EXISTS (SELECT FROM rights r WHERE r.role = n.role AND r.action = asked AND (in_state IS NULL OR r.state = in_state))
      AND (n.country IS NULL OR n.country = (SELECT country FROM cities WHERE id = c.city_id));
  END IF;
  RETURN found_cities;
END $$;

GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION may_accept(uuid) OWNER TO thousand_cities_system;
ALTER FUNCTION may(text, text) OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;
