/** Set by the server on every request it hands to the identity library; what a client sends under this name is thrown away. */
export const ADDRESS_HEADER = 'x-cities-client-address';
