-- Passkeys: the public keys of people's authenticators (WebAuthn), by which they sign in without a password.
-- Read and written by the program itself alone, like the other tables of accounts.

CREATE TABLE auth_passkeys (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  -- As the authenticator names it, in base64url.
  credential_id text NOT NULL UNIQUE,
  -- COSE key in base64url.
  public_key text NOT NULL,
  -- Uses, as the authenticator counts them; 0 where it does not count.
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  device_type text NOT NULL CHECK (device_type IN ('singleDevice', 'multiDevice')),
  backed_up boolean NOT NULL,
  -- The site it was made for: the host of CITIES_URL.
  rp_id text NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz
);
CREATE INDEX auth_passkeys_user ON auth_passkeys (user_id);

ALTER TABLE auth_passkeys ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_passkeys FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON auth_passkeys TO thousand_cities_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth_passkeys TO thousand_cities_system;
