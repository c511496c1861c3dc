/** Tokens: how long they last, and whether one still works. */

/** Days to choose from; the server allows a year. */
export const LIFETIMES = [7, 30, 90, 365] as const;

const DAY_MS = 86_400_000;

/** The moment so many days from now. */
export const endIn = (days: number, now = Date.now()): string => new Date(now + days * DAY_MS).toISOString();

/** Whoever may write may read. */
export const scopesOf = (choice: string): ('read' | 'write')[] => (choice === 'write' ? ['read', 'write'] : ['read']);

/** Whether a token works, was ended, or is over. */
export function tokenState(
  { expiresAt, revokedAt }: { readonly expiresAt: string | null; readonly revokedAt: string | null },
  now: number,
): 'good' | 'revoked' | 'over' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && new Date(expiresAt).getTime() <= now ? 'over' : 'good';
}
