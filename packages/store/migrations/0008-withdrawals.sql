-- That a publication was taken back is told to everyone, as it was told that it stood; what was in it is not.

CREATE FUNCTION withdrawals(city uuid) RETURNS TABLE (kind text, published_at timestamptz, withdrawn_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cities, pg_temp AS $$
  SELECT p.kind, p.published_at, p.withdrawn_at FROM publications p
  WHERE p.city_id = city AND p.withdrawn_at IS NOT NULL
$$;
GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION withdrawals(uuid) OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;
