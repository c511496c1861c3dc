-- Who may do what, and the row-level security that holds everyone to it. The table is that of src/rights/rights.ts; a
-- test compares the two. Rights of later versions change it by a migration.

CREATE TABLE rights (
  role text NOT NULL,
  action text NOT NULL,
  -- State of a version; '' for what has none.
  state text NOT NULL,
  PRIMARY KEY (role, action, state)
);

INSERT INTO rights
SELECT who.role, subject || '.read', state
FROM unnest(ARRAY['inventory', 'plan']) AS subject,
     (VALUES
       ('lead', 'draft review returned approved published'),
       ('editor', 'draft review returned approved published'),
       ('reviewer', 'draft review returned approved published'),
       ('viewer', 'draft review returned approved published'),
       ('secretariat', 'approved published'),
       ('national-coordinator', 'approved published'),
       ('validator', 'approved published'),
       ('public', 'published')) AS who (role, states),
     string_to_table(who.states, ' ') AS state;
INSERT INTO rights
SELECT who.role, subject || '.write', state
FROM unnest(ARRAY['inventory', 'plan']) AS subject,
     (VALUES
       ('lead', 'draft review returned approved published'),
       ('editor', 'draft review'),
       ('reviewer', 'returned approved')) AS who (role, states),
     string_to_table(who.states, ' ') AS state;
INSERT INTO rights
SELECT role, what.action, ''
FROM (VALUES
       ('city.edit', 'lead'),
       ('members.read', 'lead editor reviewer viewer'),
       ('members.edit', 'lead'),
       ('shares.read', 'lead editor reviewer viewer'),
       ('shares.edit', 'lead'),
       ('comment.read', 'lead editor reviewer viewer validator'),
       ('comment.write', 'lead editor reviewer validator'),
       ('evidence.read', 'lead editor reviewer viewer validator'),
       ('evidence.write', 'lead editor'),
       ('audit.read', 'lead reviewer'),
       ('audit.write', 'lead editor reviewer'),
       ('network.read', 'secretariat national-coordinator validator'),
       ('network.edit', 'secretariat')) AS what (action, roles),
     string_to_table(what.roles, ' ') AS role;

-- The person a transaction runs for; null for the public.
CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- The one city a transaction is narrowed to, where it is.
CREATE FUNCTION only_city() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.city_id', true), '')::uuid $$;

-- Cities in which I may do something with a version of that state (null: of any state; '' for what has no state). By my
-- role in the city, or by my role in a network with which the city shares the subject of the action.
-- It reads as the system role: asked under my own, the policies of the tables it reads would ask it again.
-- Policies call it in a sub-query, so that it runs once for a query and not once for a row.
CREATE FUNCTION may(asked text, in_state text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT city_id), '{}')
  FROM (
    SELECT m.city_id
    FROM members m
    JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
    JOIN rights r ON r.role = m.role AND r.action = asked AND (in_state IS NULL OR r.state = in_state)
    WHERE m.user_id = me() AND m.ended_at IS NULL
    UNION ALL
    SELECT c.city_id
    FROM network_members n
    JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL
    JOIN rights r ON r.role = n.role AND r.action = asked AND (in_state IS NULL OR r.state = in_state)
    JOIN network_cities c ON c.network_id = n.network_id AND c.ended_at IS NULL
                         AND split_part(asked, '.', 1) = ANY (c.shares)
    JOIN cities ON cities.id = c.city_id AND (n.country IS NULL OR n.country = cities.country)
    WHERE n.user_id = me() AND n.ended_at IS NULL
  ) AS found
  WHERE only_city() IS NULL OR city_id = only_city()
$$;

-- Networks in which I may do something.
CREATE FUNCTION network_may(asked text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT coalesce(array_agg(n.network_id), '{}')
  FROM network_members n
  JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL
  JOIN rights r ON r.role = n.role AND r.action = asked
  WHERE n.user_id = me() AND n.ended_at IS NULL
$$;

-- People whose name I see: those of my cities and of my networks.
CREATE FUNCTION people() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT user_id), '{}')
  FROM (
    SELECT user_id FROM members WHERE city_id = ANY (may('members.read', ''))
    UNION ALL
    SELECT user_id FROM network_members WHERE network_id = ANY (network_may('network.read'))
  ) AS seen
$$;

-- To own a function a role must be allowed to make one; it is, for these lines.
GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION may(text, text) OWNER TO thousand_cities_system;
ALTER FUNCTION network_may(text) OWNER TO thousand_cities_system;
ALTER FUNCTION people() OWNER TO thousand_cities_system;
ALTER FUNCTION spread_rows() OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;

-- Security on every table, for its owner too. The system role sees and adds everything; it changes and deletes nothing
-- that is only ever added to, because triggers refuse that to everyone.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'cities' AND tablename <> 'migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO thousand_cities_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO thousand_cities_system', name);
  END LOOP;
END $$;
GRANT SELECT ON migrations TO thousand_cities_system;

GRANT SELECT ON rights TO thousand_cities_app;
CREATE POLICY read ON rights FOR SELECT TO thousand_cities_app USING (true);

-- People see themselves and their colleagues.
GRANT SELECT, UPDATE (name, locale) ON users TO thousand_cities_app;
CREATE POLICY read ON users FOR SELECT TO thousand_cities_app
  USING (id = (SELECT me()) OR id = ANY ((SELECT people())::uuid[]));
CREATE POLICY edit ON users FOR UPDATE TO thousand_cities_app USING (id = (SELECT me()));

GRANT SELECT ON identities TO thousand_cities_app;
CREATE POLICY read ON identities FOR SELECT TO thousand_cities_app USING (user_id = (SELECT me()));

GRANT SELECT, INSERT, UPDATE (revoked_at) ON api_tokens TO thousand_cities_app;
CREATE POLICY own ON api_tokens TO thousand_cities_app
  USING (user_id = (SELECT me())) WITH CHECK (user_id = (SELECT me()));

-- That a city is here is no secret; what is in it is.
GRANT SELECT, UPDATE (name) ON cities TO thousand_cities_app;
CREATE POLICY read ON cities FOR SELECT TO thousand_cities_app USING (true);
CREATE POLICY edit ON cities FOR UPDATE TO thousand_cities_app
  USING (id = ANY ((SELECT may('city.edit', ''))::uuid[]));

GRANT SELECT, INSERT, UPDATE (role, ended_at) ON members TO thousand_cities_app;
CREATE POLICY read ON members FOR SELECT TO thousand_cities_app
  USING (user_id = (SELECT me()) OR city_id = ANY ((SELECT may('members.read', ''))::uuid[]));
CREATE POLICY add ON members FOR INSERT TO thousand_cities_app
  WITH CHECK (city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));
CREATE POLICY edit ON members FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));

GRANT SELECT, UPDATE (name) ON networks TO thousand_cities_app;
CREATE POLICY read ON networks FOR SELECT TO thousand_cities_app USING (true);
CREATE POLICY edit ON networks FOR UPDATE TO thousand_cities_app
  USING (id = ANY ((SELECT network_may('network.edit'))::uuid[]));

GRANT SELECT, INSERT, UPDATE (role, country, ended_at) ON network_members TO thousand_cities_app;
CREATE POLICY read ON network_members FOR SELECT TO thousand_cities_app
  USING (user_id = (SELECT me()) OR network_id = ANY ((SELECT network_may('network.read'))::uuid[]));
CREATE POLICY add ON network_members FOR INSERT TO thousand_cities_app
  WITH CHECK (network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));
CREATE POLICY edit ON network_members FOR UPDATE TO thousand_cities_app
  USING (network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));

GRANT SELECT, INSERT, UPDATE (shares, ended_at) ON network_cities TO thousand_cities_app;
CREATE POLICY read ON network_cities FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('shares.read', ''))::uuid[])
      OR network_id = ANY ((SELECT network_may('network.read'))::uuid[]));
CREATE POLICY add ON network_cities FOR INSERT TO thousand_cities_app
  WITH CHECK (city_id = ANY ((SELECT may('shares.edit', ''))::uuid[]));
CREATE POLICY edit ON network_cities FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('shares.edit', ''))::uuid[]));

GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at) ON publications TO thousand_cities_app;
CREATE POLICY read ON publications FOR SELECT TO thousand_cities_app
  USING (withdrawn_at IS NULL
      OR city_id = ANY (CASE kind WHEN 'plan' THEN (SELECT may('plan.read', 'draft'))
                                  ELSE (SELECT may('inventory.read', 'draft')) END));
CREATE POLICY add ON publications FOR INSERT TO thousand_cities_app
  WITH CHECK (published_by = me() AND city_id = ANY (may(kind || '.write', 'published')));
CREATE POLICY edit ON publications FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY (may(kind || '.write', 'published')));

-- Inventories and plans alike: the head is seen by those who see drafts, or, once something is approved, by those who
-- see that; the public and others ask for published versions. A version is seen by its state, a published one by all
-- as long as its publication stands.
DO $$
DECLARE subject text; heads text;
BEGIN
  FOREACH subject IN ARRAY ARRAY['inventory', 'plan'] LOOP
    heads := CASE subject WHEN 'inventory' THEN 'inventories' ELSE 'plans' END;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (version, state, approved_version, published_version) ON %I TO thousand_cities_app', heads);
    EXECUTE format($policy$
      CREATE POLICY read ON %1$I FOR SELECT TO thousand_cities_app
        USING (city_id = ANY ((SELECT may('%2$s.read', 'draft'))::uuid[])
            OR (approved_version IS NOT NULL AND city_id = ANY ((SELECT may('%2$s.read', 'approved'))::uuid[])));
      CREATE POLICY add ON %1$I FOR INSERT TO thousand_cities_app
        WITH CHECK (city_id = ANY (may('%2$s.write', state)));
      CREATE POLICY edit ON %1$I FOR UPDATE TO thousand_cities_app
        USING (city_id = ANY ((SELECT may('%2$s.write', NULL))::uuid[]))
        WITH CHECK (city_id = ANY (may('%2$s.write', state)));
    $policy$, heads, subject);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO thousand_cities_app', subject || '_versions');
    EXECUTE format($policy$
      CREATE POLICY read ON %1$I FOR SELECT TO thousand_cities_app
        USING (city_id = ANY (CASE state
                 WHEN 'draft' THEN (SELECT may('%2$s.read', 'draft'))
                 WHEN 'review' THEN (SELECT may('%2$s.read', 'review'))
                 WHEN 'returned' THEN (SELECT may('%2$s.read', 'returned'))
                 WHEN 'approved' THEN (SELECT may('%2$s.read', 'approved'))
                 WHEN 'published' THEN (SELECT may('%2$s.read', 'published'))
               END)
            OR (state = 'published' AND EXISTS (
                 SELECT FROM publications p
                 WHERE p.city_id = %1$I.city_id AND p.kind = '%2$s' AND p.subject_id = %1$I.%3$I
                   AND p.version = %1$I.version AND p.withdrawn_at IS NULL)));
      CREATE POLICY add ON %1$I FOR INSERT TO thousand_cities_app
        WITH CHECK (created_by = me() AND city_id = ANY (may('%2$s.write', state)));
    $policy$, subject || '_versions', subject, subject || '_id');
  END LOOP;
END $$;

GRANT SELECT ON inventory_rows TO thousand_cities_app;
CREATE POLICY read ON inventory_rows FOR SELECT TO thousand_cities_app
  USING (EXISTS (
    SELECT FROM inventory_versions v
    WHERE v.city_id = inventory_rows.city_id AND v.inventory_id = inventory_rows.inventory_id
      AND v.version = inventory_rows.version));

GRANT SELECT, INSERT, UPDATE (resolved_by, resolved_at) ON comments TO thousand_cities_app;
CREATE POLICY read ON comments FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('comment.read', ''))::uuid[]));
CREATE POLICY add ON comments FOR INSERT TO thousand_cities_app
  WITH CHECK (created_by = me() AND city_id = ANY ((SELECT may('comment.write', ''))::uuid[]));
CREATE POLICY edit ON comments FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('comment.write', ''))::uuid[]))
  WITH CHECK (resolved_by = me());

GRANT SELECT, INSERT ON evidence_files TO thousand_cities_app;
CREATE POLICY read ON evidence_files FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('evidence.read', ''))::uuid[]));
CREATE POLICY add ON evidence_files FOR INSERT TO thousand_cities_app
  WITH CHECK (city_id = ANY ((SELECT may('evidence.write', ''))::uuid[]));
GRANT SELECT, INSERT, UPDATE (superseded_by) ON evidence TO thousand_cities_app;
CREATE POLICY read ON evidence FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('evidence.read', ''))::uuid[]));
CREATE POLICY add ON evidence FOR INSERT TO thousand_cities_app
  WITH CHECK (created_by = me() AND city_id = ANY ((SELECT may('evidence.write', ''))::uuid[]));
CREATE POLICY edit ON evidence FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('evidence.write', ''))::uuid[]));

-- Whoever may write anything leaves a trace of it, in their own name.
GRANT SELECT, UPDATE ON audit_heads TO thousand_cities_app;
CREATE POLICY own ON audit_heads TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('audit.write', ''))::uuid[])
      OR city_id = ANY ((SELECT may('comment.write', ''))::uuid[]));
GRANT SELECT, INSERT ON audit_log TO thousand_cities_app;
CREATE POLICY read ON audit_log FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('audit.read', ''))::uuid[]));
CREATE POLICY add ON audit_log FOR INSERT TO thousand_cities_app
  WITH CHECK (actor = me() AND (city_id = ANY ((SELECT may('audit.write', ''))::uuid[])
                             OR city_id = ANY ((SELECT may('comment.write', ''))::uuid[])));
