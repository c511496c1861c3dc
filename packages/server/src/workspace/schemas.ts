/** What the API takes and gives: one set of schemas that checks requests and describes them in the OpenAPI document. */
import { z } from '@hono/zod-openapi';
import { CITY_ROLES, NETWORK_ROLES, SHARES, STATES, type CityRole, type NetworkRole, type Share, type State } from '@thousand-cities/store'; // prettier-ignore
import { PROBLEM_CODES } from '../problem-codes.ts';
import { MARKS, type Mark } from './network-room/marks.ts';
import { LARGEST_PAGE } from './page-of.ts';

const oneOf = <T extends string>(values: readonly T[]) => z.enum(values as [T, ...T[]]);

/** A line that people type: no control characters, and one spelling of letters that can be composed in two ways. */
const line = (longest: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'no control characters');

export const Id = z.uuid().transform((id) => id.toLowerCase()).openapi({ example: '01900000-0000-7000-8000-0000000000c1' }); // prettier-ignore
export const Moment = z.iso.datetime();
export const Name = line(200);
export const Reason = line(500);
export const Email = z.email().max(254).transform((email) => email.toLowerCase()); // prettier-ignore
export const Password = z.string().min(1).max(1024);
export const Locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'a language tag');
export const Country = z.string().regex(/^[A-Z]{3}$/, 'ISO 3166-1 alpha-3');
export const Secret = z.string().regex(/^[\w-]{20,200}$/, 'the part of the link after #');
export const VersionNumber = z.int().min(1).max(1_000_000);
export const CityRoleName = oneOf<CityRole>(CITY_ROLES).openapi('CityRole');
export const NetworkRoleName = oneOf<NetworkRole>(NETWORK_ROLES).openapi('NetworkRole');
export const ShareName = oneOf<Share>(SHARES).openapi('Share');
export const StateName = oneOf<State>(STATES).openapi('State');
export const ScopeNames = z.array(z.enum(['read', 'write'])).min(1).max(2).openapi('Scopes'); // prettier-ignore
export const KindName = z.enum(['inventory', 'plan']).openapi('DocumentKind');

const item = <T extends z.ZodRawShape>(name: string, shape: T) => z.object(shape).openapi(name);

export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    at: z.array(z.union([z.string(), z.number()])).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457. `code` is stable; `detail` is English, for developers.' });

export const PageParams = z.object({
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
  cursor: z.string().max(400).optional(),
});
/** A page of something. */
export const pageSchema = (name: string, of: z.ZodType) =>
  z.object({ items: z.array(of), next: z.string().nullable() }).openapi(`${name}Page`);

export const CityParams = z.object({ cityId: Id });
export const cityAnd = <K extends string>(name: K) =>
  z.object({ cityId: Id, [name]: Id } as { cityId: typeof Id } & Record<K, typeof Id>);

/** How one gets in here, so that a page offers nothing that does not work. */
const Ways = item('WaysIn', {
  /** Whether passkeys work at the address that was asked. */
  passkeys: z.boolean(),
  /** Whether an identity provider is set up: `POST /auth/sign-in/social` with `{"provider":"oidc"}`. */
  singleSignOn: z.boolean(),
  /** Whether anybody may make an account (`POST /accounts`). */
  registration: z.boolean(),
});
export const Me = item('Me', {
  mode: z.enum(['accounts', 'demo']),
  signedIn: z.boolean(),
  ways: Ways,
  /** Whether I do nothing here until I have switched a second factor on. */
  secondFactorNeeded: z.boolean(),
  /** Whether I may set up a city. */
  mayFoundCity: z.boolean(),
  user: z
    .object({
      id: Id,
      name: z.string(),
      email: z.string(),
      locale: z.string().nullable(),
      administrator: z.boolean(),
      /** Whether a code is asked for after the password. */
      secondFactor: z.boolean(),
    })
    .nullable(),
  cities: z.array(z.object({ id: Id, name: z.string(), country: z.string(), role: CityRoleName })),
  /** Networks I work in; `country`: only with cities of this country. */
  networks: z.array(z.object({ id: Id, name: z.string(), role: NetworkRoleName, country: z.string().nullable() })),
});
export const Account = item('Account', {
  id: Id,
  name: z.string(),
  email: z.string(),
  administrator: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: Moment,
  disabledAt: Moment.nullable(),
});
export const City = item('City', {
  id: Id,
  placeId: z.string().nullable(),
  name: z.string(),
  country: z.string(),
  role: CityRoleName.optional(),
});
export const BaseYear = item('BaseYear', {
  /** Null before one is chosen. */
  inventoryId: Id.nullable(),
  /** Counts the choices; named by whoever chooses next. */
  version: z.int(),
  chosenBy: Id.nullable(),
  chosenAt: Moment.nullable(),
});
export const NewCity = item('NewCity', {
  placeId: z.string().regex(/^\d{1,12}$/, 'a GeoNames id').optional(), // prettier-ignore
  name: Name,
  country: Country,
});
export const Member = item('Member', { userId: Id, name: z.string(), role: CityRoleName, since: Moment });
export const Invitation = item('Invitation', {
  cityId: Id,
  id: Id,
  email: z.string(),
  role: CityRoleName,
  createdAt: Moment,
  expiresAt: Moment,
  acceptedAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
/** A link that is shown once; null when the answer is given again under its key. */
const Once = z.string().nullable();
export const NewInvitation = item('MadeInvitation', { invitation: Invitation, link: Once });
export const Document = z
  .record(z.string(), z.unknown())
  .openapi('Document', { description: 'An inventory or a plan, as in the plan file.' });
export const Head = item('DocumentHead', {
  id: Id,
  name: z.string(),
  year: z.int().optional(),
  copiedFrom: Id.nullable().optional(),
  copiedVersion: z.int().nullable().optional(),
  version: z.int(),
  state: StateName,
  approvedVersion: z.int().nullable(),
  publishedVersion: z.int().nullable(),
});
const version = {
  version: z.int(),
  state: StateName,
  sha256: z.string(),
  note: z.string().nullable(),
  createdBy: Id.nullable(),
  createdAt: Moment,
};
export const VersionHead = item('VersionHead', version);
export const Version = item('Version', { ...version, document: Document });
export const Saved = item('Saved', { id: Id, version: z.int(), state: StateName, sha256: z.string() });
export const Assessment = item('Assessment', {
  status: z.enum(['ok', 'incomplete']),
  /** The main target, and whether the plan keeps to it and its budget. */
  target: z.string(),
  meetsTarget: z.boolean(),
  findings: z.array(
    z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'note']), message: z.string() }),
  ),
});
export const Publication = item('Publication', {
  cityId: Id,
  id: Id,
  kind: KindName,
  subjectId: Id,
  version: z.int(),
  title: z.string(),
  publishedAt: Moment,
  withdrawnAt: Moment.nullable(),
  /** What evaluating a plan said when it was published. */
  assessment: Assessment.nullable(),
});
export const Comment = item('Comment', {
  cityId: Id,
  id: Id,
  kind: KindName,
  subjectId: Id,
  version: z.int(),
  place: z.string(),
  body: z.string(),
  replyTo: Id.nullable(),
  createdBy: Id,
  createdAt: Moment,
  resolvedBy: Id.nullable(),
  resolvedAt: Moment.nullable(),
});
export const Evidence = item('Evidence', {
  cityId: Id,
  id: Id,
  kind: KindName,
  subjectId: Id,
  place: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  createdBy: Id,
  createdAt: Moment,
  supersededBy: Id.nullable(),
});
const Finding = item('Finding', {
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  remedy: z.string(),
  values: z.record(z.string(), z.unknown()).optional(),
});
const FilePlace = item('FilePlace', {
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  column: z.string().optional(),
});
export const ImportPreview = item('ImportPreview', {
  sheet: z.string().nullable(),
  shape: z.enum(['long', 'activity']),
  rowCount: z.int(),
  entries: z.array(
    z.object({
      document: Document,
      country: z.string(),
      firstRow: z.int(),
      fileRows: z.array(z.int()),
      findings: z.array(Finding),
    }),
  ),
  findings: z.array(Finding),
  refusals: z.array(
    z.object({
      code: z.string(),
      place: FilePlace,
      given: z.string().optional(),
      problem: z.string(),
      remedy: z.string(),
    }),
  ),
  moreRefusals: z.int(),
});
export const Network = item('Network', { id: Id, name: z.string() });
export const NetworkCity = item('NetworkCity', {
  cityId: Id,
  networkId: Id,
  shares: z.array(ShareName),
  /** When the network took the city in; null while it has not: until then it sees what everyone does. */
  acceptedAt: Moment.nullable(),
  /** When the network turned the city away, and why if somebody wrote it. */
  declinedAt: Moment.nullable(),
  reason: z.string().nullable(),
});
export const NetworkPerson = item('NetworkPerson', {
  userId: Id,
  name: z.string(),
  role: NetworkRoleName,
  country: z.string().nullable(),
  since: Moment,
});
export const NetworkInvitation = item('NetworkInvitation', {
  networkId: Id,
  id: Id,
  email: z.string(),
  role: NetworkRoleName,
  country: z.string().nullable(),
  createdAt: Moment,
  expiresAt: Moment,
  acceptedAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
export const NewNetworkInvitation = item('MadeNetworkInvitation', { invitation: NetworkInvitation, link: Once });
const Settled = z.enum(['approved', 'published']);
const CityInNetwork = item('CityInNetwork', {
  cityId: Id,
  name: z.string(),
  country: z.string(),
  shares: z.array(ShareName),
  askedAt: Moment,
  /** Null while the city has not been taken in. */
  acceptedAt: Moment.nullable(),
  /** Whether the network sees what is approved; where not, no inventory means that it is not known whether there is one. */
  seesInventory: z.boolean(),
  inventory: z
    .object({
      id: Id,
      year: z.int(),
      version: z.int(),
      state: Settled,
      /** Rows with a figure, rows not estimated (NE), rows that another notation key explains. */
      completeness: z.object({ figures: z.int(), notEstimated: z.int(), explained: z.int() }).nullable(),
    })
    .nullable(),
  seesPlan: z.boolean(),
  plan: z
    .object({
      id: Id,
      name: z.string(),
      version: z.int(),
      state: Settled,
      publishedAt: Moment.nullable(),
      /** What evaluating it said when it was published; `open`: findings that are errors or warnings. */
      assessment: z.object({ target: z.string(), meetsTarget: z.boolean(), open: z.int() }).nullable(),
    })
    .nullable(),
  marks: z.array(z.enum(MARKS)),
});
export const CitiesOfNetwork = item('CitiesOfNetwork', {
  items: z.array(CityInNetwork),
  next: z.string().nullable(),
  /** How many match, on all pages. */
  total: z.int(),
  /** Of the chosen country, whatever is searched for: members, and how many have each mark. */
  summary: z.object({
    members: z.int(),
    marks: z.object(Object.fromEntries(MARKS.map((mark) => [mark, z.int()])) as Record<Mark, z.ZodInt>),
  }),
  countries: z.array(z.object({ country: z.string(), cities: z.int() })),
});
export const Token = item('Token', {
  id: Id,
  name: z.string(),
  scopes: z.array(z.enum(['read', 'write'])),
  createdAt: Moment,
  expiresAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
export const MadeToken = item('MadeToken', { token: Token, secret: Once });
export const ServiceAccount = item('ServiceAccount', { userId: Id, name: z.string(), createdAt: Moment });
export const Session = item('Session', {
  id: Id,
  createdAt: Moment,
  updatedAt: Moment,
  expiresAt: Moment,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});
export const SecurityEvent = item('SecurityEvent', {
  id: Id,
  at: Moment,
  event: z.string(),
  outcome: z.enum(['done', 'refused']),
  userId: Id.nullable(),
  address: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export const AuditEntry = item('AuditEntry', {
  seq: z.int(),
  at: Moment,
  actor: Id.nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
  sha256: z.string(),
});
