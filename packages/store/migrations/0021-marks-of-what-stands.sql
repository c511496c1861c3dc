-- Which version of a document was approved or published is marked by making that version, and by nothing else: a network is told of a
-- city by these marks. The program itself, which restores a backup, is not held to it.

CREATE FUNCTION refuse_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version is approved or published, not marked so' USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE heads text;
BEGIN
  FOREACH heads IN ARRAY ARRAY['inventories', 'plans'] LOOP
    EXECUTE format($trigger$
      CREATE TRIGGER begins_unmarked BEFORE INSERT ON %1$I FOR EACH ROW
        WHEN (me() IS NOT NULL AND num_nonnulls(NEW.approved_version, NEW.published_version) > 0)
        EXECUTE FUNCTION refuse_mark();
      CREATE TRIGGER marked_with_its_version BEFORE UPDATE ON %1$I FOR EACH ROW
        WHEN (me() IS NOT NULL AND (
          (NEW.approved_version IS DISTINCT FROM OLD.approved_version
            AND (NEW.state <> 'approved' OR NEW.approved_version IS DISTINCT FROM NEW.version))
          OR (NEW.published_version IS DISTINCT FROM OLD.published_version
            AND (NEW.state <> 'published' OR NEW.published_version IS DISTINCT FROM NEW.version))))
        EXECUTE FUNCTION refuse_mark();
    $trigger$, heads);
  END LOOP;
END $$;
