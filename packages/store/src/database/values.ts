/** How PostgreSQL's text becomes values, the same over the embedded database and a server. */

/** Object ids of the types that differ between the two clients; PostgreSQL keeps them for ever. */
export const OID = { bytea: 17, int8: 20, timestamptz: 1184 } as const;

/** Type id → reader of its text. Every other type is read alike by both clients. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.bytea]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  [OID.int8]: wholeNumber,
  // Moments leave the store as ISO 8601 in UTC, whatever the time zone of the session.
  [OID.timestamptz]: (text) => new Date(text).toISOString(),
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is beyond the whole numbers of this program`);
  return value;
}

/** Bytes as PostgreSQL reads them. */
export const bytesText = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
