-- The state that a network is told is that of the version it is shown: what a city approved after it had published is approved, and not
-- published yet. When it published last, and what was said of the plan then, stand beside it as before.

CREATE OR REPLACE FUNCTION network_standing(network uuid, these uuid[] DEFAULT NULL) RETURNS TABLE (
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
      CASE WHEN m.inventories AND d.approved_version > coalesce(f.version, 0) THEN 'approved' ELSE 'published' END AS state
    FROM inventories d
    LEFT JOIN LATERAL (
      SELECT max(version) AS version FROM publications
      WHERE city_id = d.city_id AND kind = 'inventory' AND subject_id = d.id AND withdrawn_at IS NULL) f ON true
    WHERE d.city_id = m.city_id AND (f.version IS NOT NULL OR (m.inventories AND d.approved_version IS NOT NULL))
    ORDER BY d.year DESC, d.name LIMIT 1) i ON true
  LEFT JOIN LATERAL (
    SELECT d.id, d.name, CASE WHEN m.plans THEN greatest(d.approved_version, f.version) ELSE f.version END AS version,
      CASE WHEN m.plans AND d.approved_version > coalesce(f.version, 0) THEN 'approved' ELSE 'published' END AS state, f.published_at, f.assessment
    FROM plans d
    LEFT JOIN LATERAL (
      SELECT version, published_at, assessment FROM publications
      WHERE city_id = d.city_id AND kind = 'plan' AND subject_id = d.id AND withdrawn_at IS NULL
      ORDER BY version DESC LIMIT 1) f ON true
    WHERE d.city_id = m.city_id AND (f.version IS NOT NULL OR (m.plans AND d.approved_version IS NOT NULL))
    ORDER BY f.published_at DESC NULLS LAST, d.id DESC LIMIT 1) p ON true
$$;
