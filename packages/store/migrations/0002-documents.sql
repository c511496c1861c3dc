-- What a city makes: inventories and plans as append-only versions of one document each, and what is said about them.
-- The first column of every key is the city, so that tables distribute by city.
-- Keys within one table are deferrable: a restore puts rows in in any order.
-- The text of a document is kept as it was written (canonical JSON), with its SHA-256: the same bytes for ever.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TABLE inventories (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  year integer NOT NULL,
  -- Tells two inventories of one year apart; '' for the usual one.
  name text NOT NULL DEFAULT '',
  -- The newest version and its state, and the newest that was approved and published.
  version integer NOT NULL,
  state text NOT NULL,
  approved_version integer,
  published_version integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, year, name)
);

CREATE TABLE inventory_versions (
  city_id uuid NOT NULL,
  inventory_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  based_on integer CHECK (based_on = version - 1),
  state text NOT NULL CHECK (state IN ('draft', 'review', 'returned', 'approved', 'published')),
  document text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note text,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, inventory_id, version),
  FOREIGN KEY (city_id, inventory_id) REFERENCES inventories
);

-- The rows of a version, for sums in SQL. A trigger takes them from the document, so that the two cannot disagree.
CREATE TABLE inventory_rows (
  city_id uuid NOT NULL,
  inventory_id uuid NOT NULL,
  version integer NOT NULL,
  position integer NOT NULL,
  ref text NOT NULL,
  -- Tonnes CO2e by the inventory's warming potentials; null where `keys` says why there is no figure.
  co2e_tonnes double precision,
  keys text,
  PRIMARY KEY (city_id, inventory_id, version, position),
  FOREIGN KEY (city_id, inventory_id, version) REFERENCES inventory_versions,
  CHECK ((co2e_tonnes IS NULL) <> (keys IS NULL))
);

CREATE TABLE plans (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  name text NOT NULL,
  -- A scenario copied from another names it, and the version it was copied at.
  copied_from uuid,
  copied_version integer,
  version integer NOT NULL,
  state text NOT NULL,
  approved_version integer,
  published_version integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, name),
  FOREIGN KEY (city_id, copied_from) REFERENCES plans DEFERRABLE
);

CREATE TABLE plan_versions (
  city_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  based_on integer CHECK (based_on = version - 1),
  state text NOT NULL CHECK (state IN ('draft', 'review', 'returned', 'approved', 'published')),
  document text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note text,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, plan_id, version),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans
);

-- What the city shows to everyone. Withdrawing hides it again; the version stays.
CREATE TABLE publications (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inventory', 'plan')),
  subject_id uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  published_by uuid REFERENCES users,
  published_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_by uuid REFERENCES users,
  withdrawn_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, kind, subject_id, version)
);

CREATE TABLE comments (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inventory', 'plan')),
  subject_id uuid NOT NULL,
  version integer NOT NULL,
  -- Where in the document, as keys joined by dots; '' for the whole.
  place text NOT NULL DEFAULT '',
  body text NOT NULL,
  reply_to uuid,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  resolved_by uuid REFERENCES users,
  resolved_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, reply_to) REFERENCES comments DEFERRABLE
);
CREATE INDEX comments_subject ON comments (city_id, kind, subject_id);

CREATE TABLE evidence_files (
  city_id uuid NOT NULL REFERENCES cities,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (city_id, sha256)
);

CREATE TABLE evidence (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inventory', 'plan')),
  subject_id uuid NOT NULL,
  place text NOT NULL DEFAULT '',
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  superseded_by uuid,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, sha256) REFERENCES evidence_files,
  FOREIGN KEY (city_id, superseded_by) REFERENCES evidence DEFERRABLE
);
CREATE INDEX evidence_subject ON evidence (city_id, kind, subject_id);

CREATE FUNCTION spread_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cities, pg_temp AS $$
BEGIN
  INSERT INTO inventory_rows (city_id, inventory_id, version, position, ref, co2e_tonnes, keys)
  SELECT NEW.city_id, NEW.inventory_id, NEW.version, item.position - 1, item.line ->> 'ref',
         CASE json_typeof(item.line -> 'co2eTonnes') WHEN 'number' THEN (item.line ->> 'co2eTonnes')::double precision END,
         CASE json_typeof(item.line -> 'co2eTonnes') WHEN 'object' THEN
           (SELECT string_agg(key, ' ') FROM json_array_elements_text(item.line -> 'co2eTonnes' -> 'keys') AS key) END
  FROM json_array_elements(NEW.document::json -> 'rows') WITH ORDINALITY AS item (line, position);
  RETURN NULL;
END $$;
CREATE TRIGGER spread_rows AFTER INSERT ON inventory_versions FOR EACH ROW EXECUTE FUNCTION spread_rows();

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON inventory_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON inventory_versions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON inventory_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON inventory_rows EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON plan_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON plan_versions EXECUTE FUNCTION refuse_change();
