INSERT INTO request_counts (counter, points, until) VALUES ('signIns 192.0.2.7', 1, '2027-01-01T00:00:00Z');
