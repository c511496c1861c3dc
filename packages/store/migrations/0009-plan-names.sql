-- A plan or scenario can be given another name by those who may write it; which of its states, the policy says as before.

GRANT UPDATE (name) ON plans TO thousand_cities_app;
