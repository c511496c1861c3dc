/** Of whom a second factor is demanded, by the setting of the installation. Asked by the program itself. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

/** Who must have one: those who run the installation, those who lead a city. */
export type SecondFactorOf = 'administrators' | 'leads';

/**
 * Whether a person who must have a second factor has none. Whoever has no password signs in by a provider, whose business it
 * is then.
 */
export async function lacksSecondFactor(
  tx: Transaction,
  userId: string,
  demandedOf: readonly SecondFactorOf[],
): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    SELECT NOT u.two_factor_enabled
      AND EXISTS (SELECT FROM auth_accounts a WHERE a.user_id = u.id AND a.password IS NOT NULL)
      AND ((${demandedOf.includes('administrators')} AND u.administrator)
        OR (${demandedOf.includes('leads')}
            AND EXISTS (SELECT FROM members m WHERE m.user_id = u.id AND m.role = 'lead' AND m.ended_at IS NULL))) AS lacks
    FROM users u WHERE u.id = ${userId}`.execute(tx);
  return rows[0]?.lacks ?? false;
}
