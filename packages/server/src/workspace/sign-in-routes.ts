/** What is open of the identity library: its routes, and of each body the fields that are handed on; everything else is 404 or dropped. */
import { z } from '@hono/zod-openapi';

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

const password = z.string();
const code = z.string();

/**
 * What each is told. The library takes more: to trust a device, so that it is never asked for a second factor again; other scopes of the
 * provider; addresses to be sent to. Nobody needs to send any of it. What the fields hold it checks itself.
 */
export const SIGN_IN_BODIES = {
  '/sign-in/email': z.object({ email: z.string(), password }),
  '/sign-out': z.object({}),
  '/change-password': z.object({ currentPassword: password, newPassword: password }),
  '/two-factor/enable': z.object({ password }),
  '/two-factor/disable': z.object({ password }),
  '/two-factor/verify-totp': z.object({ code }),
  '/two-factor/verify-backup-code': z.object({ code }),
  '/two-factor/generate-backup-codes': z.object({ password }),
  '/sign-in/social': z.object({ provider: z.string(), callbackURL: z.string().optional() }),
} satisfies Readonly<Record<SignInRoute, z.ZodObject>>;

const backupCodes = z.array(z.string());
const user = z.looseObject({ id: z.string() });

/** What each answers, as far as it is promised; the session is in the cookie alone. */
export const SIGN_IN_ANSWERS = {
  '/sign-in/email': z.looseObject({ user: user.optional(), twoFactorRedirect: z.boolean().optional() }),
  '/sign-out': z.looseObject({ success: z.boolean() }),
  '/change-password': z.looseObject({ user }),
  '/two-factor/enable': z.looseObject({ totpURI: z.string(), backupCodes }),
  '/two-factor/disable': z.looseObject({ status: z.boolean() }),
  '/two-factor/verify-totp': z.looseObject({ user }),
  '/two-factor/verify-backup-code': z.looseObject({ user }),
  '/two-factor/generate-backup-codes': z.looseObject({ backupCodes }),
  '/sign-in/social': z.looseObject({ url: z.string() }),
} satisfies Readonly<Record<SignInRoute, z.ZodType>>;

/** Attempts that guess at something are counted by address. */
const UNGUARDED: ReadonlySet<SignInRoute> = new Set(['/sign-out', '/sign-in/social']);
export const isGuarded = (route: SignInRoute): boolean => !UNGUARDED.has(route);

/** The fields of a body that its route is meant to have. */
export function fieldsOf(route: SignInRoute, body: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(SIGN_IN_BODIES[route].shape, name)));
}
