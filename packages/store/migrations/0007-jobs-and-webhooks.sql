-- Work that takes longer than a request, and events told to other programs.

-- One queue for the installation: whoever works takes what is due, from whichever city, so it is not keyed by city. What is
-- finished goes after a month.
CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  -- What it is about: a city or a network.
  city_id uuid REFERENCES cities,
  network_id uuid REFERENCES networks,
  -- Who asked: the work is done under this person's rights, and seen by this person. Absent: the program itself.
  created_by uuid REFERENCES users,
  -- The right by which the person sees it. With the right goes the job.
  needs text CHECK (needs IN ('plan.read', 'members.read', 'network.read')),
  -- JSON, as its kind describes it.
  payload text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  -- A word for what is being done.
  step text,
  -- How often it was taken up; tells a run from an earlier one that has lost its lease.
  run integer NOT NULL DEFAULT 0,
  -- How often it was tried since it was begun or begun again, and how often it may be.
  tries integer NOT NULL DEFAULT 0,
  most_tries integer NOT NULL CHECK (most_tries > 0),
  due_at timestamptz NOT NULL DEFAULT now(),
  worker text,
  -- Until then nobody else takes it up; whoever works on it renews it.
  lease_until timestamptz,
  cancel_asked_at timestamptz,
  problem_code text,
  problem text,
  -- JSON.
  result text,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  CHECK (num_nonnulls(city_id, network_id) = 1),
  CHECK ((created_by IS NULL) = (needs IS NULL)),
  CHECK ((state = 'running') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_due ON jobs (due_at) WHERE state = 'waiting';
CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_asker ON jobs (created_by, id);
CREATE INDEX jobs_finished ON jobs (finished_at);

-- A result that is a file.
CREATE TABLE job_files (
  job_id uuid PRIMARY KEY REFERENCES jobs,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bytea NOT NULL
);

-- The sum of what the cities of a network have published, as a job made it.
CREATE TABLE network_roll_ups (
  network_id uuid NOT NULL REFERENCES networks,
  id uuid NOT NULL,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  document text NOT NULL,
  PRIMARY KEY (network_id, id)
);

-- The cities of the newest one, for lists and sums. Territorial, t CO2e; null where there is no such figure.
CREATE TABLE network_figures (
  network_id uuid NOT NULL REFERENCES networks,
  city_id uuid NOT NULL REFERENCES cities,
  roll_up_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('plan', 'inventory', 'none')),
  -- The published version it was taken from.
  subject_id uuid,
  version integer,
  year integer,
  population double precision,
  tonnes double precision,
  reference_2030 double precision,
  plan_2030 double precision,
  reference_2050 double precision,
  plan_2050 double precision,
  -- Why a published version could not be taken.
  problem text,
  PRIMARY KEY (network_id, city_id),
  FOREIGN KEY (network_id, roll_up_id) REFERENCES network_roll_ups
);

-- An address that a city's events are sent to. Its secret is encrypted with the installation's.
CREATE TABLE webhooks (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL CHECK (cardinality(events) > 0),
  secret text NOT NULL,
  -- Signs beside the new one for a while.
  old_secret text,
  old_secret_until timestamptz,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_why text,
  ended_at timestamptz,
  PRIMARY KEY (city_id, id)
);

-- An event on its way to one address: written in the transaction of the change it tells of, sent by the job of the same id.
CREATE TABLE webhook_deliveries (
  city_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  -- One event sent to two addresses has one id.
  event_id uuid NOT NULL,
  event text NOT NULL,
  body text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed', 'dropped')),
  tries integer NOT NULL DEFAULT 0,
  -- Of the last answer.
  status integer,
  problem text,
  created_at timestamptz NOT NULL DEFAULT now(),
  tried_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, webhook_id) REFERENCES webhooks
);
CREATE INDEX webhook_deliveries_log ON webhook_deliveries (city_id, webhook_id, created_at);

INSERT INTO rights VALUES ('lead', 'webhooks.edit', '');

-- What an entry of the audit log means to other programs; null: nothing. Joining is told from another role by whether there
-- was a membership before: the entry is written before the membership is.
CREATE FUNCTION event_of(entry audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN entry.action IN ('inventory.review', 'plan.review') THEN 'document.submitted'
    WHEN entry.action IN ('inventory.returned', 'plan.returned') THEN 'document.returned'
    WHEN entry.action IN ('inventory.approved', 'plan.approved') THEN 'document.approved'
    WHEN entry.action IN ('inventory.published', 'plan.published') THEN 'document.published'
    WHEN entry.action = 'publication.withdraw' THEN 'publication.withdrawn'
    WHEN entry.action = 'comment.add' THEN 'comment.added'
    WHEN entry.action IN ('members.set', 'members.accept') THEN CASE
      WHEN entry.detail::json ->> 'role' IS NULL THEN 'member.left'
      WHEN EXISTS (SELECT FROM members m WHERE m.city_id = entry.city_id AND m.ended_at IS NULL
                                           AND m.user_id = split_part(entry.subject, '/', 2)::uuid) THEN 'member.changed'
      ELSE 'member.joined' END
    WHEN entry.action = 'webhook.test' THEN 'webhook.test'
  END
$$;

-- Ids alone: what is in a document is read by whoever may read it.
CREATE FUNCTION event_data(event text, entry audit_log) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT CASE split_part(event, '.', 1)
    WHEN 'document' THEN json_build_object('cityId', entry.city_id, 'kind', split_part(entry.subject, '/', 1),
      'documentId', split_part(entry.subject, '/', 2), 'version', split_part(entry.subject, '/', 3)::integer, 'actorId', entry.actor)
    WHEN 'comment' THEN json_build_object('cityId', entry.city_id, 'kind', split_part(entry.subject, '/', 1),
      'documentId', split_part(entry.subject, '/', 2), 'commentId', entry.detail::json ->> 'id', 'actorId', entry.actor)
    WHEN 'member' THEN json_build_object('cityId', entry.city_id, 'userId', split_part(entry.subject, '/', 2),
      'role', entry.detail::json ->> 'role', 'actorId', entry.actor)
    WHEN 'publication' THEN json_build_object('cityId', entry.city_id, 'publicationId', split_part(entry.subject, '/', 2),
      'actorId', entry.actor)
    ELSE json_build_object('cityId', entry.city_id, 'webhookId', split_part(entry.subject, '/', 2), 'actorId', entry.actor)
  END
$$;

-- Every change leaves an entry in its own transaction; here the entry becomes the deliveries. No event is lost, and none is
-- sent of a change that was undone.
CREATE FUNCTION announce() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cities, pg_temp AS $$
DECLARE
  event text;
  event_id uuid;
  delivery_id uuid;
  hook record;
  body text;
BEGIN
  IF NOT EXISTS (SELECT FROM webhooks WHERE city_id = NEW.city_id AND ended_at IS NULL) THEN RETURN NULL; END IF;
  event := event_of(NEW);
  IF event IS NULL THEN RETURN NULL; END IF;
  event_id := gen_random_uuid();
  body := json_build_object('type', event,
    'timestamp', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', event_data(event, NEW))::text;
  FOR hook IN
    SELECT id FROM webhooks
    WHERE city_id = NEW.city_id AND ended_at IS NULL AND disabled_at IS NULL
      AND CASE event WHEN 'webhook.test' THEN NEW.subject = 'webhook/' || id ELSE event = ANY (events) END
  LOOP
    delivery_id := gen_random_uuid();
    INSERT INTO webhook_deliveries (city_id, id, webhook_id, event_id, event, body)
    VALUES (NEW.city_id, delivery_id, hook.id, event_id, event, body);
    INSERT INTO jobs (id, kind, city_id, payload, most_tries)
    VALUES (delivery_id, 'deliver-webhook', NEW.city_id, '{}', 10);
  END LOOP;
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA cities TO thousand_cities_system;
ALTER FUNCTION announce() OWNER TO thousand_cities_system;
REVOKE CREATE ON SCHEMA cities FROM thousand_cities_system;
CREATE TRIGGER announce AFTER INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION announce();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['jobs', 'job_files', 'network_roll_ups', 'network_figures', 'webhooks', 'webhook_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO thousand_cities_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO thousand_cities_system', name);
  END LOOP;
END $$;
-- What is over, and what is worked out anew.
GRANT DELETE ON jobs, job_files, network_figures, webhook_deliveries TO thousand_cities_system;

-- Whoever asked sees a job, as long as the right that it needs is there.
GRANT SELECT, INSERT, UPDATE (state, progress, step, tries, due_at, cancel_asked_at, problem_code, problem, finished_at)
  ON jobs TO thousand_cities_app;
DO $$
DECLARE mine text := $policy$
  created_by = (SELECT me()) AND (
    city_id = ANY (CASE needs WHEN 'plan.read' THEN (SELECT may('plan.read', NULL))
                              WHEN 'members.read' THEN (SELECT may('members.read', '')) END)
    OR network_id = ANY (CASE needs WHEN 'network.read' THEN (SELECT network_may('network.read')) END))
$policy$;
BEGIN
  EXECUTE format('CREATE POLICY read ON jobs FOR SELECT TO thousand_cities_app USING (%s)', mine);
  EXECUTE format($policy$CREATE POLICY add ON jobs FOR INSERT TO thousand_cities_app
    WITH CHECK (state = 'waiting' AND run = 0 AND tries = 0 AND result IS NULL AND %s)$policy$, mine);
  EXECUTE format($policy$CREATE POLICY edit ON jobs FOR UPDATE TO thousand_cities_app
    USING (%1$s) WITH CHECK (state IN ('waiting', 'running', 'cancelled') AND %1$s)$policy$, mine);
END $$;
GRANT SELECT ON job_files TO thousand_cities_app;
CREATE POLICY read ON job_files FOR SELECT TO thousand_cities_app
  USING (EXISTS (SELECT FROM jobs WHERE jobs.id = job_id));

GRANT SELECT ON network_roll_ups, network_figures TO thousand_cities_app;
CREATE POLICY read ON network_roll_ups FOR SELECT TO thousand_cities_app
  USING (network_id = ANY ((SELECT network_may('network.read'))::uuid[]));
CREATE POLICY read ON network_figures FOR SELECT TO thousand_cities_app
  USING (network_id = ANY ((SELECT network_may('network.read'))::uuid[]));

GRANT SELECT, INSERT, UPDATE (secret, old_secret, old_secret_until, failing_since, disabled_at, disabled_why, ended_at)
  ON webhooks TO thousand_cities_app;
CREATE POLICY read ON webhooks FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('webhooks.edit', ''))::uuid[]));
CREATE POLICY add ON webhooks FOR INSERT TO thousand_cities_app
  WITH CHECK (created_by = (SELECT me()) AND city_id = ANY ((SELECT may('webhooks.edit', ''))::uuid[]));
CREATE POLICY edit ON webhooks FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('webhooks.edit', ''))::uuid[]));
GRANT SELECT ON webhook_deliveries TO thousand_cities_app;
CREATE POLICY read ON webhook_deliveries FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('webhooks.edit', ''))::uuid[]));
