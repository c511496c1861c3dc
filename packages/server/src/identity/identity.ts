/**
 * Who is there: passwords, second factors, sessions and single sign-on by better-auth (core alone, ADR 0009), on the tables
 * of the store. Accounts are begun by invitation or set-up link, never by anyone who comes along.
 */
import { betterAuth } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { symmetricDecrypt } from 'better-auth/crypto';
import { identityDatabase, newId, secondFactorSeed, SYSTEM, type Database } from '@thousand-cities/store';
import { ADDRESS_HEADER } from './address-header.ts';
import { hashedBackupCodes, showing } from './backup-codes.ts';
import { signedAnew } from './cookie-signature.ts';
import { isCodeOfNow } from './time-code.ts';
import { sessionsByUs } from './begin-session.ts';
import { hashedSessions } from './hashed-sessions.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';

/** Where the library's routes are. */
export const IDENTITY_PATH = '/api/v1/auth';

/** A session ends after this time without use; used, it is prolonged once a day, up to `LONGEST_SESSION_SECONDS`. */
const SESSION_SECONDS = 7 * 86_400;

/** An identity provider of the city, by OpenID Connect discovery. */
export interface SingleSignOn {
  readonly id: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface IdentityOptions {
  readonly db: Database;
  /** Signs cookies and encrypts second factors. */
  readonly secret: string;
  /** Earlier secrets, whose cookies are still good. */
  readonly secretsBefore?: readonly string[];
  /** Where people reach the server, such as `https://plan.example.org`; absent: wherever a request says. */
  readonly publicUrl?: string;
  readonly singleSignOn?: SingleSignOn;
  /** Whether anybody makes an account, under whatever address they type. */
  readonly openRegistration?: boolean;
}

/** Who a cookie names. */
export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  /** When the person proved who they are, to begin this session. */
  readonly sessionBegan: Date;
  readonly administrator: boolean;
}

export interface Identity {
  /** The library's own routes, below `IDENTITY_PATH`. `backupCode` is one that the request shows. */
  handle(request: Request, backupCode?: string): Promise<Response>;
  /** Whether a code of a person's second factor is good now: the library lets each be good for a minute and a half. */
  isCodeOfNow(userId: string, code: string): Promise<boolean>;
  /** Who sends these headers; undefined without a session that is good now, or for an account that is disabled. */
  signedIn(headers: Headers): Promise<SignedIn | undefined>;
  /** Begin a session for a person who has proved otherwise who they are; the answer has its cookie. */
  begin(userId: string, headers: Headers): Promise<Response>;
}

/** The library over a store. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { db, secret, secretsBefore = [] } = options;
  const asked = settings(options);
  const adapter = hashedSessions(await getAdapter(asked));
  const auth = betterAuth({ ...asked, database: () => adapter });
  return {
    handle: (request, backupCode = '') => {
      const anew = new Request(request, { headers: signedAnew(request.headers, secret, secretsBefore) });
      return showing(backupCode, () => auth.handler(anew));
    },
    isCodeOfNow: async (userId, code) => {
      const seed = await db.as(SYSTEM, (tx) => secondFactorSeed(tx, userId));
      return seed !== undefined && isCodeOfNow(await symmetricDecrypt({ key: secret, data: seed }), code);
    },
    begin: (userId, headers) => auth.api.beginSession({ body: { userId }, headers, asResponse: true }),
    signedIn: async (headers) => {
      const found = await auth.api.getSession({ headers: signedAnew(headers, secret, secretsBefore) });
      if (!found || found.user.disabledAt) return undefined;
      const { user, session } = found;
      const { id: sessionId, createdAt: sessionBegan } = session;
      return { userId: user.id, sessionId, sessionBegan, administrator: user.administrator === true };
    },
  };
}

const moments = { createdAt: 'created_at', updatedAt: 'updated_at' };

function settings({ db, secret, publicUrl, singleSignOn, openRegistration = false }: IdentityOptions) {
  return {
    appName: 'Thousand Cities',
    basePath: IDENTITY_PATH,
    ...(publicUrl !== undefined && { baseURL: publicUrl }),
    secret,
    database: { db: identityDatabase(db), type: 'postgres' as const, transaction: false },
    telemetry: { enabled: false },
    // The log names addresses and may quote what was sent; faults reach ours by the answers.
    logger: { disabled: true },
    // Requests are counted before they come here, and sign-ins by address.
    rateLimit: { enabled: false },
    trustedOrigins: (request?: Request) => (request ? [publicUrl ?? new URL(request.url).origin] : []),
    ...tables(),
    session: { ...tables().session, expiresIn: SESSION_SECONDS, updateAge: 86_400, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password),
      },
    },
    account: {
      ...tables().account,
      // A provider's verified address is that of the account to which the person was invited under this address: whoever
      // invited them vouched for it. Where anybody types an address, only those that somebody vouched for are believed:
      // else who registers another's address first would wait in the account that the other comes to by the provider.
      accountLinking: { requireLocalEmailVerified: openRegistration },
    },
    plugins: [secondFactor(secret), sessionsByUs(), ...(singleSignOn ? [openIdConnect(singleSignOn)] : [])],
    advanced: {
      ...cookieNames(publicUrl),
      database: { generateId: () => newId() },
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true, secure: isSecure(publicUrl) },
      // The visit to an identity provider comes back from another site.
      cookies: { state: { attributes: { sameSite: 'lax' as const } } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // The server's own check, of every route, comes first.
      disableCSRFCheck: true,
      // Otherwise off under test, which would then test something else.
      disableOriginCheck: false,
    },
  };
}

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https://') ?? false;

/** Over TLS a browser takes `__Host-` cookies from this host alone, and gives them to it alone. The library's own prefix says less. */
function cookieNames(publicUrl: string | undefined) {
  return { cookiePrefix: isSecure(publicUrl) ? '__Host-cities' : 'cities', useSecureCookies: false };
}

/** The library's names for the store's tables and columns. */
function tables() {
  return {
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', ...moments },
      // Read with the session, so that every request asks once.
      additionalFields: {
        administrator: { type: 'boolean' as const, required: false, input: false },
        disabledAt: { type: 'date' as const, required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        token: 'token_sha256',
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...moments,
      },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...moments,
      },
    },
    verification: { modelName: 'auth_verifications', fields: { expiresAt: 'expires_at', ...moments } },
  };
}

function secondFactor(secret: string) {
  return twoFactor({
    issuer: 'Thousand Cities',
    backupCodeOptions: { storeBackupCodes: hashedBackupCodes(secret) },
    twoFactorTable: 'auth_two_factors',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });
}

/** Only people who have an account here: the provider says who somebody is, not who belongs to a city. */
function openIdConnect({ id, discoveryUrl, clientId, clientSecret }: SingleSignOn) {
  return genericOAuth({
    config: [
      {
        providerId: id,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        // Signed by the provider, for us, and for this visit.
        requireIdTokenVerification: true,
        disableSignUp: true,
      },
    ],
  });
}
