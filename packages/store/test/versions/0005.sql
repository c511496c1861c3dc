INSERT INTO auth_accounts (id, user_id, provider_id, account_id, password) VALUES ('01900000-0000-7000-8000-000000000501', '01900000-0000-7000-8000-000000000001', 'credential', '01900000-0000-7000-8000-000000000001', 'scrypt$x');
INSERT INTO auth_sessions (id, user_id, token, expires_at) VALUES ('01900000-0000-7000-8000-000000000502', '01900000-0000-7000-8000-000000000001', 't', '2027-01-01T00:00:00Z');
INSERT INTO auth_links (id, purpose, sha256, expires_at) VALUES ('01900000-0000-7000-8000-000000000503', 'set-up', 'x', '2027-01-01T00:00:00Z');
INSERT INTO settings (name, value) VALUES ('secret', 'x');
INSERT INTO invitations (city_id, id, email, role, sha256, created_by, expires_at) VALUES ('01900000-0000-7000-8000-0000000000c1', '01900000-0000-7000-8000-000000000504', 'a@example.org', 'editor', 'x', '01900000-0000-7000-8000-000000000001', '2027-01-01T00:00:00Z');
INSERT INTO idempotent_answers (user_id, key, request_sha256, status, headers, body) VALUES ('01900000-0000-7000-8000-000000000001', 'k', 'x', 201, '{}', '{}');
INSERT INTO service_accounts (city_id, user_id, created_by) VALUES ('01900000-0000-7000-8000-0000000000c1', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000001');
