-- Who did what and when, and the tokens with which programs act for a person.

-- One chain of entries per city. The head is locked while an entry is added, which orders the writes of one city.
CREATE TABLE audit_heads (
  city_id uuid PRIMARY KEY REFERENCES cities,
  seq bigint NOT NULL DEFAULT 0,
  sha256 text NOT NULL DEFAULT ''
);

CREATE TABLE audit_log (
  city_id uuid NOT NULL REFERENCES cities,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  -- Absent: the program itself.
  actor uuid REFERENCES users,
  action text NOT NULL,
  -- What it was done to, such as 'plan/<id>/3'.
  subject text NOT NULL,
  -- Canonical JSON.
  detail text NOT NULL,
  -- SHA-256 over the hash before and all fields of this entry.
  sha256 text NOT NULL,
  PRIMARY KEY (city_id, seq)
);
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION refuse_change();

-- Of a token only the SHA-256 is kept.
CREATE TABLE api_tokens (
  user_id uuid NOT NULL REFERENCES users,
  id uuid NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL UNIQUE,
  -- What it may be used for: 'read', 'write'.
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'write']),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (user_id, id)
);
