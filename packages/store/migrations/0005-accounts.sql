-- Accounts: how people prove who they are, how they are invited, and answers kept so that a request sent twice acts once.
-- Tables that begin with auth_ are read and written by the identity library (better-auth) as the system role alone.

ALTER TABLE users
  ADD email_verified boolean NOT NULL DEFAULT false,
  ADD image text,
  ADD updated_at timestamptz NOT NULL DEFAULT now(),
  ADD two_factor_enabled boolean NOT NULL DEFAULT false;

-- Accounts of programs: each works in one city, has no password, and is no person.
CREATE TABLE service_accounts (
  city_id uuid NOT NULL REFERENCES cities,
  user_id uuid NOT NULL REFERENCES users,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (city_id, user_id)
);

-- What a person signs in with: a password (scrypt) or the subject of an identity provider.
CREATE TABLE auth_accounts (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider_id text NOT NULL,
  account_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX auth_accounts_user ON auth_accounts (user_id);

CREATE TABLE auth_sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_sessions_user ON auth_sessions (user_id);

-- Steps under way: a second factor that is asked for, a visit to an identity provider.
CREATE TABLE auth_verifications (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_verifications_identifier ON auth_verifications (identifier);

-- Secret and backup codes are encrypted with the installation's secret.
CREATE TABLE auth_two_factors (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
CREATE INDEX auth_two_factors_user ON auth_two_factors (user_id);

-- Failed sign-ins of an address, counted until it is locked for a while.
CREATE TABLE auth_failures (
  -- SHA-256 of the address in small letters: also of addresses that nobody has.
  address text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL DEFAULT now(),
  locked_until timestamptz
);

-- Links that work once and are shown once: to set up the installation, or to choose a new password.
CREATE TABLE auth_links (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('set-up', 'password')),
  user_id uuid REFERENCES users,
  sha256 text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK (purpose <> 'password' OR user_id IS NOT NULL)
);

-- What the installation keeps to itself, such as the secret that cookies are signed with.
CREATE TABLE settings (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- A place in a city, offered by link. Of the link only the SHA-256 is kept.
CREATE TABLE invitations (
  city_id uuid NOT NULL REFERENCES cities,
  id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('lead', 'editor', 'reviewer', 'viewer')),
  sha256 text NOT NULL,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES users,
  revoked_at timestamptz,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX invitations_sha256 ON invitations (sha256);

-- Answers to writes that named a key, so that the same request gets the same answer. Kept for a day.
CREATE TABLE idempotent_answers (
  user_id uuid NOT NULL REFERENCES users,
  key text NOT NULL,
  -- Of the method, the path and the body.
  request_sha256 text NOT NULL,
  status integer NOT NULL,
  headers text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotent_answers_age ON idempotent_answers (created_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['service_accounts', 'auth_accounts', 'auth_sessions', 'auth_verifications', 'auth_two_factors', 
                              'auth_failures', 'auth_links', 'settings', 'invitations', 'idempotent_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO thousand_cities_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO thousand_cities_system', name);
  END LOOP;
END $$;

-- What is over and nobody's record may go.
GRANT DELETE ON auth_accounts, auth_sessions, auth_verifications, auth_two_factors, auth_failures, idempotent_answers
  TO thousand_cities_system;

GRANT SELECT ON service_accounts TO thousand_cities_app;
CREATE POLICY read ON service_accounts FOR SELECT TO thousand_cities_app
  USING (user_id = (SELECT me()) OR city_id = ANY ((SELECT may('members.read', ''))::uuid[]));

GRANT SELECT, INSERT, UPDATE (revoked_at) ON invitations TO thousand_cities_app;
CREATE POLICY read ON invitations FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));
CREATE POLICY add ON invitations FOR INSERT TO thousand_cities_app
  WITH CHECK (created_by = me() AND city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));
CREATE POLICY edit ON invitations FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));

GRANT SELECT, INSERT ON idempotent_answers TO thousand_cities_app;
CREATE POLICY own ON idempotent_answers TO thousand_cities_app
  USING (user_id = (SELECT me())) WITH CHECK (user_id = (SELECT me()));
