INSERT INTO auth_sessions (id, user_id, token_sha256, expires_at) VALUES ('01900000-0000-7000-8000-000000001101', '01900000-0000-7000-8000-000000000001', repeat('0', 64), '2027-01-01T00:00:00Z');
INSERT INTO security_events (id, event, outcome, user_id, address, detail) VALUES ('01900000-0000-7000-8000-000000001102', 'sign-in', 'done', '01900000-0000-7000-8000-000000000001', '192.0.2.1', '{}');
