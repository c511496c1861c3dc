-- A network that has summed once what its cities publish is summed again within an hour after one of them publishes something, takes it
-- back, is taken in or leaves. One job waits at a time, however much happens until then.

CREATE FUNCTION refresh_roll_ups() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cities, pg_temp AS $$
BEGIN
  INSERT INTO jobs (id, kind, network_id, payload, most_tries, due_at)
  SELECT gen_random_uuid(), 'network-roll-up', n.network_id, '{}', 3, now() + interval '1 hour'
  FROM network_cities n
  WHERE n.city_id = NEW.city_id
    AND EXISTS (SELECT FROM network_roll_ups r WHERE r.network_id = n.network_id)
    AND NOT EXISTS (SELECT FROM jobs j WHERE j.network_id = n.network_id AND j.kind = 'network-roll-up'
                                         AND j.created_by IS NULL AND j.state = 'waiting');
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION refresh_roll_ups() OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;
CREATE TRIGGER refresh_roll_ups AFTER INSERT ON audit_log FOR EACH ROW
  WHEN (NEW.action IN ('plan.published', 'inventory.published', 'publication.withdraw', 'shares.accept', 'shares.decline', 'shares.end'))
  EXECUTE FUNCTION refresh_roll_ups();
