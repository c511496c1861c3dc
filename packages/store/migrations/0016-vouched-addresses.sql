-- Whose address somebody vouched for: who invited them, or who set the installation up. A provider leads people into no other account
-- where anybody makes one under whatever address they type.

UPDATE users SET email_verified = true
WHERE administrator
   OR EXISTS (SELECT FROM invitations i WHERE i.accepted_by = users.id AND lower(i.email) = lower(users.email));
