/** Where cities keep what they make: PostgreSQL, embedded or a server, behind one interface. */
export {};
