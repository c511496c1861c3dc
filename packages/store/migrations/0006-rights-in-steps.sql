-- The same answer as before in fewer steps. Measured with 13,000 cities: a person without a network was told so only after
-- all cities of all networks had been read: 4,040 pages, now 8. Plans of the steps are kept for the session.

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
    JOIN network_cities c ON c.network_id = n.network_id AND c.ended_at IS NULL
                         AND split_part(asked, '.', 1) = ANY (c.shares)
    WHERE n.user_id = who AND n.ended_at IS NULL AND (one IS NULL OR c.city_id = one)
      AND EXISTS (SELECT FROM rights r WHERE r.role = n.role AND r.action = asked AND (in_state IS NULL OR r.state = in_state))
      AND (n.country IS NULL OR n.country = (SELECT country FROM cities WHERE id = c.city_id));
  END IF;
  RETURN found_cities;
END $$;
