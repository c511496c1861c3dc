-- What is approved is what was there to be looked at, and what is published is what was approved: the text of the version before, under
-- its SHA-256, whoever writes. Of a plan the council's decision may be added when it is approved. The program itself, which restores a
-- backup, is not held to it.

CREATE FUNCTION as_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  earlier text;
BEGIN
  IF TG_TABLE_NAME = 'plan_versions' THEN
    SELECT document INTO earlier FROM plan_versions
    WHERE city_id = NEW.city_id AND plan_id = NEW.plan_id AND version = NEW.based_on;
  ELSE
    SELECT document INTO earlier FROM inventory_versions
    WHERE city_id = NEW.city_id AND inventory_id = NEW.inventory_id AND version = NEW.based_on;
  END IF;
  IF NEW.sha256 <> encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'this is not the SHA-256 of the text' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.document = earlier THEN
    RETURN NEW;
  END IF;
  IF TG_TABLE_NAME = 'plan_versions' AND NEW.state = 'approved'
     AND NEW.document::jsonb - 'adoption' = earlier::jsonb - 'adoption' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what is % has the text of the version before', NEW.state USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER as_before BEFORE INSERT ON inventory_versions FOR EACH ROW
  WHEN (NEW.state IN ('approved', 'published') AND me() IS NOT NULL) EXECUTE FUNCTION as_before();
CREATE TRIGGER as_before BEFORE INSERT ON plan_versions FOR EACH ROW
  WHEN (NEW.state IN ('approved', 'published') AND me() IS NOT NULL) EXECUTE FUNCTION as_before();
