INSERT INTO users (id, email, name, locale) VALUES ('01900000-0000-7000-8000-000000000001', 'lead@example.org', 'Lead', 'id');
INSERT INTO identities (user_id, provider, subject) VALUES ('01900000-0000-7000-8000-000000000001', 'oidc', 's1');
INSERT INTO cities (id, place_id, name, country, created_by) VALUES ('01900000-0000-7000-8000-0000000000c1', '1627896', 'Semarang', 'IDN', '01900000-0000-7000-8000-000000000001');
INSERT INTO members (city_id, user_id, role) VALUES ('01900000-0000-7000-8000-0000000000c1', '01900000-0000-7000-8000-000000000001', 'lead');
INSERT INTO networks (id, name) VALUES ('01900000-0000-7000-8000-0000000000e1', 'One Thousand');
INSERT INTO network_members (network_id, user_id, role, country) VALUES ('01900000-0000-7000-8000-0000000000e1', '01900000-0000-7000-8000-000000000001', 'national-coordinator', 'IDN');
INSERT INTO network_cities (city_id, network_id, shares) VALUES ('01900000-0000-7000-8000-0000000000c1', '01900000-0000-7000-8000-0000000000e1', ARRAY['inventory', 'plan']);
