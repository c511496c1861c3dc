/** What the environment says of accounts: where people reach the server, its secret, an identity provider, a proxy. */
import { DomainError } from '@thousand-cities/model';
import type { SecondFactorOf } from '@thousand-cities/store';
import { createScanner, type ClamdPlace, type Scanner } from '../files/clamd.ts';
import type { SingleSignOn } from '../identity/identity.ts';
import { openStolenPasswords, type StolenPasswords } from '../identity/stolen-passwords.ts';
import type { Limits } from './limits.ts';

export interface WorkspaceSettings {
  readonly publicUrl?: string;
  readonly secret?: string;
  readonly secretsBefore?: readonly string[];
  readonly singleSignOn?: SingleSignOn;
  readonly trustProxy: boolean;
  readonly limits?: Limits;
  /** How long a job is held without a sign of life of its process, ms. */
  readonly jobLeaseMs?: number;
  readonly openRegistration?: boolean;
  readonly secondFactorOf?: readonly SecondFactorOf[];
  /** The list of `CITIES_STOLEN_PASSWORDS`, open. */
  readonly stolenPasswords?: StolenPasswords;
  /** Of `CITIES_CLAMD`. */
  readonly scanner?: Scanner;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Fewer could be guessed. */
const SHORTEST_SECRET = 32;

/**
 * Read `CITIES_URL`, `CITIES_SECRET`, `CITIES_SECRET_BEFORE`, `CITIES_TRUST_PROXY`, `CITIES_REQUESTS_PER_MINUTE`, `CITIES_JOB_LEASE_SECONDS`,
 * `CITIES_OPEN_REGISTRATION`, `CITIES_SECOND_FACTOR`, `CITIES_STOLEN_PASSWORDS`, `CITIES_CLAMD` and `CITIES_OIDC_…`.
 *
 * @throws {DomainError} `out-of-range` for a value that cannot be meant
 */
export function workspaceSettings(env: Environment): WorkspaceSettings {
  const secret = env['CITIES_SECRET'];
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw refuse('CITIES_SECRET', `has at least ${SHORTEST_SECRET} characters`);
  }
  const secretsBefore = secretsOf(env['CITIES_SECRET_BEFORE']);
  const publicUrl = env['CITIES_URL'] && originOf(env['CITIES_URL']);
  const singleSignOn = singleSignOnOf(env);
  const limits = limitsOf(env['CITIES_REQUESTS_PER_MINUTE']);
  const secondFactorOf = secondFactorOfSetting(env['CITIES_SECOND_FACTOR']);
  const jobLeaseMs = leaseOf(env['CITIES_JOB_LEASE_SECONDS']);
  const stolen = env['CITIES_STOLEN_PASSWORDS'];
  const clamd = env['CITIES_CLAMD'];
  return {
    trustProxy: env['CITIES_TRUST_PROXY'] === '1',
    ...(publicUrl && { publicUrl }),
    ...(secret !== undefined && { secret }),
    ...(secretsBefore && { secretsBefore }),
    ...(singleSignOn && { singleSignOn }),
    ...(limits && { limits }),
    ...(jobLeaseMs !== undefined && { jobLeaseMs }),
    ...(secondFactorOf && { secondFactorOf }),
    ...(stolen && { stolenPasswords: openStolenPasswords(stolen) }),
    ...(clamd && { scanner: createScanner(clamdPlaceOf(clamd)) }),
    ...(env['CITIES_OPEN_REGISTRATION'] === '1' && { openRegistration: true }),
  };
}

/** `/path.sock`, or `host:port`. */
function clamdPlaceOf(text: string): ClamdPlace {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^([^\s/]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw refuse('CITIES_CLAMD', 'is host:port, or the path of a socket');
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** One or several, with blanks between. */
function secretsOf(text: string | undefined): readonly string[] | undefined {
  const secrets = text?.split(/\s+/).filter((each) => each !== '');
  if (!secrets?.length) return undefined;
  if (secrets.some(({ length }) => length < SHORTEST_SECRET)) {
    throw refuse('CITIES_SECRET_BEFORE', `has at least ${SHORTEST_SECRET} characters for each secret`);
  }
  return secrets;
}

/** A quarter of the requests may be writes; attempts to sign in stay as few as they are. */
function limitsOf(text: string | undefined): Limits | undefined {
  if (!text) return undefined;
  const requests = Number(text);
  if (!Number.isInteger(requests) || requests < 60 || requests > 1e9) {
    throw refuse('CITIES_REQUESTS_PER_MINUTE', 'is a whole number from 60 on');
  }
  return { requests, writes: Math.ceil(requests / 4), signIns: 20 };
}

/** A list with commas, of `administrators` and `leads`. */
function secondFactorOfSetting(text: string | undefined): readonly SecondFactorOf[] | undefined {
  if (!text) return undefined;
  const all = text.split(',').map((name) => name.trim());
  const known = all.filter((name) => name === 'administrators' || name === 'leads');
  if (known.length < all.length)
    throw refuse('CITIES_SECOND_FACTOR', 'names administrators, leads, or both with a comma');
  return known;
}

function leaseOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const seconds = Number(text);
  if (!(seconds >= 1 && seconds <= 3600)) throw refuse('CITIES_JOB_LEASE_SECONDS', 'is a number from 1 to 3600');
  return seconds * 1000;
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw refuse('CITIES_URL', 'is the address people open, https://…');
  return url.origin;
}

function singleSignOnOf(env: Environment): SingleSignOn | undefined {
  const discoveryUrl = env['CITIES_OIDC_DISCOVERY'];
  if (!discoveryUrl) return undefined;
  const clientId = env['CITIES_OIDC_CLIENT_ID'];
  const clientSecret = env['CITIES_OIDC_CLIENT_SECRET'];
  if (!clientId || !clientSecret) {
    throw refuse('CITIES_OIDC_DISCOVERY', 'needs CITIES_OIDC_CLIENT_ID and CITIES_OIDC_CLIENT_SECRET beside it');
  }
  return { id: 'oidc', discoveryUrl, clientId, clientSecret };
}

const refuse = (name: string, what: string) => new DomainError('out-of-range', `${name} ${what}`, [name]);
