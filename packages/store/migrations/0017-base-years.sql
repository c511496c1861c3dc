-- Which inventory is a city's base year: what its other years are compared with, and what is recalculated. Kept with the city, so that
-- everybody who works there sees the same. `version` counts the choices: whoever chooses names the one they saw.
CREATE TABLE base_years (
  city_id uuid PRIMARY KEY REFERENCES cities,
  inventory_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  chosen_by uuid NOT NULL REFERENCES users,
  chosen_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (city_id, inventory_id) REFERENCES inventories
);
ALTER TABLE base_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE base_years FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON base_years TO thousand_cities_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON base_years TO thousand_cities_system;

INSERT INTO rights VALUES ('lead', 'base-year.edit', ''), ('editor', 'base-year.edit', '');

GRANT SELECT, INSERT, UPDATE (inventory_id, version, chosen_by, chosen_at) ON base_years TO thousand_cities_app;
CREATE POLICY read ON base_years FOR SELECT TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('inventory.read', 'draft'))::uuid[]));
CREATE POLICY add ON base_years FOR INSERT TO thousand_cities_app
  WITH CHECK (city_id = ANY ((SELECT may('base-year.edit', ''))::uuid[]) AND chosen_by = (SELECT me()));
CREATE POLICY edit ON base_years FOR UPDATE TO thousand_cities_app
  USING (city_id = ANY ((SELECT may('base-year.edit', ''))::uuid[]))
  WITH CHECK (chosen_by = (SELECT me()));
