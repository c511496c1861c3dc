/** Accounts of the installation: the first administrator, and links to choose a new password. */
import { z } from '@hono/zod-openapi';
import {
  addUser,
  anonymise,
  endOtherSessions,
  findCity,
  findUser,
  findUserByEmail,
  hasAdministrator,
  inviteLead,
  LINK_UNUSABLE,
  listAccounts,
  listEvents,
  listLeaderless,
  linkWorks,
  makeLink,
  setDisabled,
  setPassword,
  SYSTEM,
  useLink,
  type Database,
  type LinkPurpose,
} from '@thousand-cities/store';
import { DomainError } from '@thousand-cities/model';
import { hashPassword } from '../../identity/password.ts';
import { requirePassword } from '../../identity/require-password.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { cursorKey, cursorOf, DEFAULT_PAGE, pageOf } from '../page-of.ts';
import { found } from '../rights-check.ts';
import {
  Account,
  City,
  Email,
  Id,
  Locale,
  Name,
  NewInvitation,
  PageParams,
  pageSchema,
  Password,
  Secret,
  SecurityEvent,
} from '../schemas.ts';
import { Refused } from '../../refused.ts';

const LINK_HOURS = 24;

/**
 * The hash of a password, for whoever has a link: slow work is done for nobody else, and before the transaction, since the
 * embedded database has one session.
 */
async function hashFor(db: Database, purpose: LinkPurpose, secret: string, password: string): Promise<string> {
  if (!(await db.as(SYSTEM, (tx) => linkWorks(tx, purpose, secret)))) throw new DomainError('not-found', LINK_UNUSABLE);
  return hashPassword(password);
}

const MadeAccount = z.object({ userId: z.string() }).openapi('MadeAccount');

function cursorId(cursor: string): string {
  const { success, data } = Id.safeParse(cursorKey(cursor));
  if (!success) throw new Refused(400, 'bad-cursor', 'this cursor is none of ours', { at: ['cursor'] });
  return data;
}

export const accountOperations: readonly AnyOperation[] = [
  operation({
    id: 'setUp',
    method: 'post',
    path: '/set-up',
    tag: 'accounts',
    summary: 'Begin the account of the first administrator, by the link that the terminal showed',
    asks: 'anyone',
    unkeyed: 'the link works once',
    guarded: true,
    logged: true,
    body: z.object({ secret: Secret, email: Email, name: Name, password: Password }).openapi('SetUp'),
    created: true,
    answer: MadeAccount,
    problems: [409],
    run: async ({ body, workspace, writeAsSystem }) => {
      const { secret, email, name } = body;
      await requirePassword(body.password, [email, name], workspace);
      const passwordHash = await hashFor(workspace.db, 'set-up', secret, body.password);
      return writeAsSystem(async (tx) => {
        await useLink(tx, 'set-up', secret);
        if (await hasAdministrator(tx)) throw new DomainError('not-allowed', 'there is an administrator already');
        const user = await addUser(tx, { email, name, administrator: true, addressVouched: true });
        await setPassword(tx, user.id, passwordHash);
        return { status: 201, body: { userId: user.id }, about: user.id };
      });
    },
  }),
  operation({
    id: 'register',
    method: 'post',
    path: '/accounts',
    tag: 'accounts',
    summary: 'Begin an account of my own, where registration is open; no address is verified',
    asks: 'anyone',
    unkeyed: 'sent again, it is refused, since the address has an account (409)',
    guarded: true,
    logged: true,
    body: z.object({ email: Email, name: Name, password: Password, locale: Locale.optional() }).openapi('Register'),
    created: true,
    answer: MadeAccount,
    problems: [409],
    run: async ({ body, workspace, writeAsSystem, countRegistration }) => {
      const { email, name, locale } = body;
      if (workspace.demoUserId !== undefined || !workspace.openRegistration) {
        throw new Refused(
          403,
          'registration-closed',
          'nobody makes an account here by themselves: ask for an invitation',
        );
      }
      await requirePassword(body.password, [email, name], workspace);
      // Before the slow work.
      await countRegistration();
      const passwordHash = await hashPassword(body.password);
      return writeAsSystem(async (tx) => {
        const user = await addUser(tx, { email, name, ...(locale !== undefined && { locale }) });
        await setPassword(tx, user.id, passwordHash);
        return { status: 201, body: { userId: user.id }, about: user.id };
      });
    },
  }),
  operation({
    id: 'listAccounts',
    method: 'get',
    path: '/accounts',
    tag: 'accounts',
    summary: 'Accounts of people, newest first; for administrators',
    asks: 'administrator',
    query: PageParams.extend({ like: z.string().trim().max(200).optional() }),
    answer: pageSchema('Account', Account),
    run: ({ query, workspace }) =>
      workspace.db.as(SYSTEM, async (tx) => {
        const { limit = DEFAULT_PAGE, cursor, like } = query;
        const after = cursor === undefined ? undefined : cursorId(cursor);
        const wanted = { limit: limit + 1, ...(like !== undefined && { like }), ...(after !== undefined && { after }) };
        const accounts = await listAccounts(tx, wanted);
        const items = accounts.slice(0, limit);
        return { body: { items, next: accounts.length > limit ? cursorOf(items.at(-1)!.id) : null } };
      }),
  }),
  operation({
    id: 'makePasswordLink',
    method: 'post',
    path: '/accounts/password-links',
    tag: 'accounts',
    summary: 'Make a link by which a person chooses a new password; shown this once, for administrators',
    asks: 'administrator',
    body: z.object({ email: Email }).openapi('MakePasswordLink'),
    created: true,
    answer: z.object({ link: z.string().nullable() }).openapi('PasswordLink'),
    run: ({ body, writeAsSystem, origin }) =>
      writeAsSystem(async (tx) => {
        const user = found(await findUserByEmail(tx, body.email), 'account');
        const secret = await makeLink(tx, { purpose: 'password', userId: user.id, lifetimeHours: LINK_HOURS });
        const link = `${origin}/password#${secret}`;
        return { status: 201, body: { link }, keptBody: { link: null }, about: user.id };
      }),
  }),
  operation({
    id: 'choosePassword',
    method: 'post',
    path: '/accounts/password',
    tag: 'accounts',
    summary: 'Choose a new password by a link; every session of the account ends',
    asks: 'anyone',
    unkeyed: 'the link works once',
    guarded: true,
    logged: true,
    body: z.object({ secret: Secret, password: Password }).openapi('ChoosePassword'),
    run: async ({ body, workspace, writeAsSystem }) => {
      const passwordHash = await hashFor(workspace.db, 'password', body.secret, body.password);
      return writeAsSystem(async (tx) => {
        const { userId } = await useLink(tx, 'password', body.secret);
        const { id, email, name } = found(await findUser(tx, userId!), 'account');
        // A refusal undoes the use of the link.
        await requirePassword(body.password, [email, name], workspace);
        await setPassword(tx, id, passwordHash);
        return { status: 204, about: id };
      });
    },
  }),
  operation({
    id: 'endSessionsOf',
    method: 'delete',
    path: '/accounts/{userId}/sessions',
    tag: 'accounts',
    summary: 'End every session of a person; for administrators',
    asks: 'administrator',
    params: z.object({ userId: Id }),
    run: ({ params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        found(await findUser(tx, params.userId), 'account');
        await endOtherSessions(tx, params.userId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listEvents',
    method: 'get',
    path: '/accounts/events',
    tag: 'accounts',
    summary: 'The log of the installation, newest first: sign-ins and failures, what was refused; for administrators',
    asks: 'administrator',
    query: PageParams,
    answer: pageSchema('SecurityEvent', SecurityEvent),
    run: ({ query, workspace }) =>
      workspace.db.as(SYSTEM, async (tx) => {
        const { limit = DEFAULT_PAGE, cursor } = query;
        const before = cursor === undefined ? undefined : cursorId(cursor);
        const events = await listEvents(tx, { limit: limit + 1, ...(before !== undefined && { before }) });
        const items = events.slice(0, limit).map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail) as unknown })); // prettier-ignore
        return { body: { items, next: events.length > limit ? cursorOf(items.at(-1)!.id) : null } };
      }),
  }),
  operation({
    id: 'setDisabled',
    method: 'put',
    path: '/accounts/{userId}/disabled',
    tag: 'accounts',
    summary: 'Take every right from an account at once, or give them back; for administrators',
    asks: 'administrator',
    params: z.object({ userId: Id }),
    body: z.object({ disabled: z.boolean() }).openapi('SetDisabled'),
    run: ({ params, body, userId, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        if (params.userId === userId) throw new DomainError('not-allowed', 'nobody disables their own account');
        found(await findUser(tx, params.userId), 'account');
        await setDisabled(tx, params.userId, body.disabled);
        if (body.disabled) await endOtherSessions(tx, params.userId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'anonymiseAccount',
    method: 'delete',
    path: '/accounts/{userId}',
    tag: 'accounts',
    summary: 'Anonymise the account of a person for good; for administrators',
    asks: 'administrator',
    params: z.object({ userId: Id }),
    run: ({ params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await anonymise(tx, params.userId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listLeaderless',
    method: 'get',
    path: '/accounts/leaderless-cities',
    tag: 'accounts',
    summary: 'Cities that nobody leads any more; for administrators',
    asks: 'administrator',
    query: PageParams,
    answer: pageSchema('City', City),
    run: ({ query, workspace }) =>
      workspace.db.as(SYSTEM, async (tx) => ({ body: pageOf(await listLeaderless(tx), query, ({ id }) => id) })),
  }),
  operation({
    id: 'inviteLead',
    method: 'post',
    path: '/accounts/leaderless-cities',
    tag: 'accounts',
    summary: 'Invite a lead into a city that nobody leads any more, by a link shown this once; for administrators',
    asks: 'administrator',
    body: z.object({ cityId: Id, email: Email }).openapi('InviteLead'),
    created: true,
    answer: NewInvitation,
    run: ({ body, writeAsSystem, origin }) =>
      writeAsSystem(async (tx) => {
        found(await findCity(tx, body.cityId), 'city');
        const { invitation, secret } = await inviteLead(tx, body);
        const link = `${origin}/join#${secret}`;
        return { status: 201, body: { invitation, link }, keptBody: { invitation, link: null } };
      }),
  }),
];
