-- Nobody is made a member of a city or of a network without having said so: people come by accepting an invitation, which the
-- program alone writes down. A lead and a secretariat give another role to who is a member, and take it; they bring back nobody who
-- has left. A lead adds programs, whose accounts were made for the city.

DROP POLICY add ON members;
CREATE POLICY add_program ON members FOR INSERT TO thousand_cities_app
  WITH CHECK (city_id = ANY ((SELECT may('members.edit', ''))::uuid[])
    AND EXISTS (
      SELECT FROM service_accounts s
      WHERE s.city_id = members.city_id AND s.user_id = members.user_id AND s.ended_at IS NULL));
DROP POLICY edit ON members;
CREATE POLICY edit ON members FOR UPDATE TO thousand_cities_app
  USING (ended_at IS NULL AND city_id = ANY ((SELECT may('members.edit', ''))::uuid[]))
  WITH CHECK (city_id = ANY ((SELECT may('members.edit', ''))::uuid[]));

DROP POLICY add ON network_members;
REVOKE INSERT ON network_members FROM thousand_cities_app;
DROP POLICY edit ON network_members;
CREATE POLICY edit ON network_members FOR UPDATE TO thousand_cities_app
  USING (ended_at IS NULL AND network_id = ANY ((SELECT network_may('network.edit'))::uuid[]))
  WITH CHECK (network_id = ANY ((SELECT network_may('network.edit'))::uuid[]));

-- Offered by the installation (created_by: null) for a city that nobody leads any more: good as long as that is so.
ALTER TABLE invitations ALTER created_by DROP NOT NULL;

-- When a person's name, address and ways in were taken out, for good; what they did stays theirs by id.
ALTER TABLE users ADD anonymised_at timestamptz, ADD CHECK (anonymised_at IS NULL OR disabled_at IS NOT NULL);
-- How a provider knows a person goes with the rest.
GRANT DELETE ON identities TO thousand_cities_system;
