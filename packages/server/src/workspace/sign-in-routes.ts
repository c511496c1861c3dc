/** What is open of the identity library: its routes, and of each body the fields that are handed on; everything else is 404 or dropped. */

export const SIGN_IN_ROUTES = [
  '/sign-in/email',
  '/sign-out',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/sign-in/social',
] as const;
export type SignInRoute = (typeof SIGN_IN_ROUTES)[number];

/**
 * The library takes more: to trust a device, so that it is never asked for a second factor again; other scopes of the provider;
 * addresses to be sent to. Nobody needs to send any of it.
 */
const FIELDS: Readonly<Record<SignInRoute, readonly string[]>> = {
  '/sign-in/email': ['email', 'password'],
  '/sign-out': [],
  '/change-password': ['currentPassword', 'newPassword'],
  '/two-factor/enable': ['password'],
  '/two-factor/disable': ['password'],
  '/two-factor/verify-totp': ['code'],
  '/two-factor/verify-backup-code': ['code'],
  '/two-factor/generate-backup-codes': ['password'],
  '/sign-in/social': ['provider', 'callbackURL'],
};

/** Attempts that guess at something are counted by address. */
const UNGUARDED: ReadonlySet<SignInRoute> = new Set(['/sign-out', '/sign-in/social']);
export const isGuarded = (route: SignInRoute): boolean => !UNGUARDED.has(route);

/** The fields of a body that its route is meant to have. */
export function fieldsOf(route: SignInRoute, body: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => FIELDS[route].includes(name)));
}
