-- What the people of a network see and do: cities at a glance, an answer with its reason, and invitations.

-- A city that is turned away is told when and, if somebody wrote it, why. Asking again begins anew.
ALTER TABLE network_cities
  ADD declined_at timestamptz,
  ADD declined_by uuid REFERENCES users,
  ADD reason text CHECK (length(reason) <= 500);
CREATE OR REPLACE FUNCTION ask_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.since := now();
  NEW.accepted_at := NULL;
  NEW.accepted_by := NULL;
  NEW.declined_at := NULL;
  NEW.declined_by := NULL;
  NEW.reason := NULL;
  RETURN NEW;
END $$;

-- Whoever has a country in a network sees the cities of that country, as they may answer those alone.
DROP POLICY read ON network_cities;
CREATE POLICY read ON network_cities FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('shares.read', ''))::uuid[])
      OR (network_id = ANY ((SELECT network_may('network.read'))::uuid[])
          AND EXISTS (
            SELECT FROM network_members n
            WHERE n.network_id = network_cities.network_id AND n.user_id = (SELECT me()) AND n.ended_at IS NULL
              AND (n.country IS NULL OR n.country = (SELECT country FROM cities WHERE id = network_cities.city_id)))));

-- Cities of a network as one of its people may see them: the newest inventory and the plan that stands, of what the city shares
-- (approved or published) and of what everyone sees (published). It joins the table of rights instead of asking `may` row by
-- row: that searches a list of all cities for each, 13,000 by 13,000. A test holds it to what the policies show.
-- `sees_inventory`, `sees_plan`: nothing found means that there is nothing; where they are false it is not known.
CREATE FUNCTION network_standing(network uuid, these uuid[] DEFAULT NULL) RETURNS TABLE (
  city_id uuid, name text, country text, shares text[], asked_at timestamptz, accepted_at timestamptz,
  sees_inventory boolean, inventory_id uuid, inventory_year integer, inventory_version integer, inventory_state text,
  sees_plan boolean, plan_id uuid, plan_name text, plan_version integer, plan_state text, published_at timestamptz, assessment text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = cities, pg_temp AS $$
  WITH mine AS (
    SELECT n.country,
      EXISTS (SELECT FROM rights r WHERE r.role = n.role AND r.action = 'inventory.read' AND r.state = 'approved') AS inventories,
      EXISTS (SELECT FROM rights r WHERE r.role = n.role AND r.action = 'plan.read' AND r.state = 'approved') AS plans
    FROM network_members n
    JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL
    JOIN rights r ON r.role = n.role AND r.action = 'network.read'
    WHERE n.network_id = network AND n.user_id = me() AND n.ended_at IS NULL
  ), members AS (
    SELECT n.city_id, c.name, c.country, n.shares, n.since, n.accepted_at,
      n.accepted_at IS NOT NULL AND m.inventories AND 'inventory' = ANY (n.shares) AS inventories,
      n.accepted_at IS NOT NULL AND m.plans AND 'plan' = ANY (n.shares) AS plans
    FROM mine m
    JOIN network_cities n ON n.network_id = network AND n.ended_at IS NULL AND (these IS NULL OR n.city_id = ANY (these))
    JOIN cities c ON c.id = n.city_id AND (m.country IS NULL OR m.country = c.country)
    WHERE only_city() IS NULL OR n.city_id = only_city()
  )
  SELECT m.city_id, m.name, m.country, m.shares, m.since, m.accepted_at,
    m.inventories, i.id, i.year, i.version, i.state,
    m.plans, p.id, p.name, p.version, p.state, p.published_at, p.assessment
  FROM members m
  LEFT JOIN LATERAL (
    SELECT d.id, d.year, CASE WHEN m.inventories THEN greatest(d.approved_version, f.version) ELSE f.version END AS version,
      CASE WHEN f.version IS NULL THEN 'approved' ELSE 'published' END AS state
    FROM inventories d
    LEFT JOIN LATERAL (
      SELECT max(version) AS version FROM publications
      WHERE city_id = d.city_id AND kind = 'inventory' AND subject_id = d.id AND withdrawn_at IS NULL) f ON true
    WHERE d.city_id = m.city_id AND (f.version IS NOT NULL OR (m.inventories AND d.approved_version IS NOT NULL))
    ORDER BY d.year DESC, d.name LIMIT 1) i ON true
  LEFT JOIN LATERAL (
    SELECT d.id, d.name, CASE WHEN m.plans THEN greatest(d.approved_version, f.version) ELSE f.version END AS version,
      CASE WHEN f.version IS NULL THEN 'approved' ELSE 'published' END AS state, f.published_at, f.assessment
    FROM plans d
    LEFT JOIN LATERAL (
      SELECT version, published_at, assessment FROM publications
      WHERE city_id = d.city_id AND kind = 'plan' AND subject_id = d.id AND withdrawn_at IS NULL
      ORDER BY version DESC LIMIT 1) f ON true
    WHERE d.city_id = m.city_id AND (f.version IS NOT NULL OR (m.plans AND d.approved_version IS NOT NULL))
    ORDER BY f.published_at DESC NULLS LAST, d.id DESC LIMIT 1) p ON true
$$;

-- How complete the inventories are that `network_standing` names, for some of its cities: rows with a figure, rows that say
-- "not estimated" (NE), and those that another notation key explains.
CREATE FUNCTION network_completeness(network uuid, these uuid[]) RETURNS TABLE (
  city_id uuid, figures bigint, not_estimated bigint, explained bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT s.city_id, count(r.co2e_tonnes),
    count(*) FILTER (WHERE 'NE' = ANY (string_to_array(r.keys, ' '))),
    count(*) FILTER (WHERE r.keys IS NOT NULL AND NOT 'NE' = ANY (string_to_array(r.keys, ' ')))
  FROM network_standing(network, these) s
  JOIN inventory_rows r ON r.city_id = s.city_id AND r.inventory_id = s.inventory_id AND r.version = s.inventory_version
  GROUP BY s.city_id
$$;

-- An offer of a role in a network, by a link that its secretariat passes on.
CREATE TABLE network_invitations (
  network_id uuid NOT NULL REFERENCES networks,
  id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('secretariat', 'national-coordinator', 'validator')),
  country text CHECK (country ~ '^[A-Z]{3}$'),
  sha256 text NOT NULL,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES users,
  revoked_at timestamptz,
  PRIMARY KEY (network_id, id),
  CHECK (role <> 'national-coordinator' OR country IS NOT NULL)
);
CREATE INDEX network_invitations_sha256 ON network_invitations (sha256);
ALTER TABLE network_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON network_invitations TO thousand_cities_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON network_invitations TO thousand_cities_system;
GRANT SELECT, INSERT, UPDATE (revoked_at) ON network_invitations TO thousand_cities_app;
CREATE POLICY read ON network_invitations FOR SELECT TO thousand_cities_app
  USING (network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));
CREATE POLICY add ON network_invitations FOR INSERT TO thousand_cities_app
  WITH CHECK (created_by = me() AND network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));
CREATE POLICY edit ON network_invitations FOR UPDATE TO thousand_cities_app
  USING (network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));

GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION network_standing(uuid, uuid[]) OWNER TO thousand_cities_system;
ALTER FUNCTION network_completeness(uuid, uuid[]) OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;
