/** What is kept encrypted with the installation's secret, to be encrypted anew with another. Asked by the program itself. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

/** A row of which some texts are encrypted. `null` where there is none. */
export interface Encrypted {
  readonly id: string;
  readonly texts: readonly (string | null)[];
}

interface Place {
  readonly list: (tx: Transaction) => Promise<Encrypted[]>;
  /** Nothing is written where another process was there before. */
  readonly replace: (tx: Transaction, before: Encrypted, after: Encrypted['texts']) => Promise<void>;
}

/** Seeds of second factors; and backup codes of before they were hashed, which are the only ones that do not begin with a bracket. */
export const secondFactorSecrets: Place = {
  list: async (tx) => {
    const { rows } = await sql<Encrypted>`
      SELECT id::text AS id, ARRAY[secret, CASE WHEN backup_codes LIKE '[%' THEN NULL ELSE backup_codes END] AS texts
      FROM auth_two_factors`.execute(tx);
    return rows;
  },
  replace: async (tx, { id, texts }, [secret, codes]) => {
    await sql`UPDATE auth_two_factors SET secret = ${secret}, backup_codes = coalesce(${codes}, backup_codes)
              WHERE id = ${id} AND secret = ${texts[0]}`.execute(tx);
  },
};

export const webhookSecrets: Place = {
  list: async (tx) => {
    const rows = await tx.selectFrom('webhooks').select(['id', 'secret', 'old_secret']).where('ended_at', 'is', null).execute(); // prettier-ignore
    return rows.map(({ id, secret, old_secret }) => ({ id, texts: [secret, old_secret] }));
  },
  replace: async (tx, { id, texts }, [secret, old]) => {
    await sql`UPDATE webhooks SET secret = ${secret}, old_secret = ${old} WHERE id = ${id} AND secret = ${texts[0]}`.execute(
      tx,
    );
  },
};

/** The encrypted seed of a person's second factor. */
export async function secondFactorSeed(tx: Transaction, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ secret: string }>`SELECT secret FROM auth_two_factors WHERE user_id = ${userId}`.execute(
    tx,
  );
  return rows[0]?.secret;
}
