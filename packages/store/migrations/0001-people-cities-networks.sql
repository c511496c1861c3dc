-- Who is there: people, cities, networks, and who belongs to what. Runs on PostgreSQL 15 and newer.
-- Ids are made by the program (time-ordered UUIDs). Nothing is deleted: what ends gets the moment of its end.

-- Two roles without login. A transaction takes one of them (SET LOCAL ROLE); neither owns a table, so that row-level
-- security holds for both. They belong to the whole server; a database made beside this one finds them there.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['thousand_cities_app', 'thousand_cities_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    END IF;
    IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO current_user', wanted);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA cities TO thousand_cities_app, thousand_cities_system;

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  locale text,
  administrator boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);
CREATE UNIQUE INDEX users_email ON users (lower(email));

-- How a person is known elsewhere: the subject of an identity provider. Passwords and sessions are not kept here.
CREATE TABLE identities (
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  subject text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, subject)
);

CREATE TABLE cities (
  id uuid PRIMARY KEY,
  -- GeoNames id, where the city is one of the gazetteer.
  place_id text UNIQUE,
  name text NOT NULL,
  -- ISO 3166-1 alpha-3.
  country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE members (
  city_id uuid NOT NULL REFERENCES cities,
  user_id uuid NOT NULL REFERENCES users,
  role text NOT NULL CHECK (role IN ('lead', 'editor', 'reviewer', 'viewer')),
  since timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (city_id, user_id)
);
CREATE INDEX members_user ON members (user_id);

CREATE TABLE networks (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE network_members (
  network_id uuid NOT NULL REFERENCES networks,
  user_id uuid NOT NULL REFERENCES users,
  role text NOT NULL CHECK (role IN ('secretariat', 'national-coordinator', 'validator')),
  -- Only cities of this country; absent: all.
  country text CHECK (country ~ '^[A-Z]{3}$'),
  since timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (network_id, user_id),
  CHECK (role <> 'national-coordinator' OR country IS NOT NULL)
);
CREATE INDEX network_members_user ON network_members (user_id);

-- What a city shares with a network: 'inventory', 'plan', 'comment', 'evidence'.
CREATE TABLE network_cities (
  city_id uuid NOT NULL REFERENCES cities,
  network_id uuid NOT NULL REFERENCES networks,
  shares text[] NOT NULL CHECK (shares <@ ARRAY['inventory', 'plan', 'comment', 'evidence']),
  since timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (city_id, network_id)
);
CREATE INDEX network_cities_network ON network_cities (network_id);
