INSERT INTO audit_heads (city_id, seq, sha256) VALUES ('01900000-0000-7000-8000-0000000000c1', 1, 'x');
INSERT INTO audit_log (city_id, seq, at, actor, action, subject, detail, sha256) VALUES ('01900000-0000-7000-8000-0000000000c1', 1, '2026-11-28T10:00:00Z', '01900000-0000-7000-8000-000000000001', 'city.found', 'city', '{}', 'x');
INSERT INTO api_tokens (user_id, id, name, sha256, scopes) VALUES ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-0000000000f3', 'script', 'bb', ARRAY['read']);
