/** Who I am, my sessions, my tokens. */
import { z } from '@hono/zod-openapi';
import { DomainError } from '@thousand-cities/model';
import {
  addToken,
  anonymise,
  citiesOf,
  editUser,
  endOtherSessions,
  endSession,
  findUser,
  listSessions,
  listTokens,
  networksOf,
  revokeToken,
  SYSTEM,
  type ApiToken,
} from '@thousand-cities/store';
import { needsSecondFactor } from '../second-factor.ts';
import { mayFound, waysIn } from '../ways-in.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { Id, Locale, MadeToken, Me, Moment, Name, PageParams, pageSchema, ScopeNames, Session, Token } from '../schemas.ts'; // prettier-ignore

/** Tokens live at most this long; one that is given no end gets this. */
const LONGEST_TOKEN_DAYS = 366;

const shown = ({ userId: _userId, ...token }: ApiToken) => token;

/** The end of a token. @throws {DomainError} `out-of-range` */
export function tokenEnd(asked: string | undefined, now = Date.now()): string {
  const latest = now + LONGEST_TOKEN_DAYS * 86_400_000;
  const end = asked === undefined ? latest : new Date(asked).getTime();
  if (end <= now || end > latest) {
    throw new DomainError('out-of-range', `a token ends within ${LONGEST_TOKEN_DAYS} days from now`, ['expiresAt']);
  }
  return new Date(end).toISOString();
}

export const peopleOperations: readonly AnyOperation[] = [
  operation({
    id: 'getMe',
    method: 'get',
    path: '/me',
    tag: 'me',
    summary: 'Who I am here, in which mode the installation runs, and the cities and networks I work in',
    asks: 'anyone',
    answer: Me,
    run: async ({ caller, read, workspace, publicUrl, url }) => {
      const mode = caller.kind === 'demo' ? 'demo' : 'accounts';
      const ways = waysIn(workspace, publicUrl, url);
      const mayFoundCity = mayFound(caller, workspace);
      if (caller.userId === undefined) {
        return {
          body: {
            mode,
            signedIn: false,
            ways,
            mayFoundCity,
            secondFactorNeeded: false,
            user: null,
            cities: [],
            networks: [],
          },
        };
      }
      const userId = caller.userId;
      const secondFactorNeeded = await needsSecondFactor(caller, workspace);
      return read(async (tx) => {
        const { id, name, email, locale, administrator, secondFactor } = (await findUser(tx, userId))!;
        const cities = (await citiesOf(tx, userId)).map(({ placeId: _placeId, ...city }) => city);
        const user = { id, name, email, locale, administrator, secondFactor };
        const networks = await networksOf(tx, userId);
        return { body: { mode, signedIn: true, ways, mayFoundCity, secondFactorNeeded, user, cities, networks } };
      });
    },
  }),
  operation({
    id: 'checkRecentSignIn',
    method: 'get',
    path: '/me/recent-sign-in',
    tag: 'me',
    summary: 'Whether I signed in recently enough for what asks for it, such as a file of everything',
    asks: 'person',
    run: () => Promise.resolve({ status: 204 }),
  }),
  operation({
    id: 'editMe',
    method: 'patch',
    path: '/me',
    tag: 'me',
    summary: 'Change my name or language',
    asks: 'person',
    logged: true,
    body: z.object({ name: Name.optional(), locale: Locale.optional() }).openapi('EditMe'),
    run: ({ body, userId, write }) =>
      write(async (tx) => {
        const change = {
          ...(body.name !== undefined && { name: body.name }),
          ...(body.locale !== undefined && { locale: body.locale }),
        };
        if (Object.keys(change).length > 0) await editUser(tx, userId, change);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'anonymiseMe',
    method: 'delete',
    path: '/me/account',
    tag: 'me',
    summary: 'Anonymise my account for good: name, address and ways in go, what I did stays under nobody’s name',
    asks: 'session',
    logged: true,
    unkeyed: 'after it nobody is signed in who could ask again',
    run: ({ userId, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await anonymise(tx, userId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listSessions',
    method: 'get',
    path: '/me/sessions',
    tag: 'me',
    summary: 'Where I am signed in',
    asks: 'session',
    query: PageParams,
    answer: pageSchema('Session', Session),
    run: async ({ workspace, userId, caller, query }) => {
      const sessions = await workspace.db.as(SYSTEM, (tx) => listSessions(tx, userId));
      const marked = sessions.map((session) => ({ ...session, current: session.id === caller.sessionId }));
      return { body: pageOf(marked, query, ({ id }) => id) };
    },
  }),
  operation({
    id: 'endSession',
    method: 'delete',
    path: '/me/sessions/{sessionId}',
    tag: 'me',
    summary: 'End a session at once',
    asks: 'session',
    logged: true,
    params: z.object({ sessionId: Id }),
    run: ({ userId, params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await endSession(tx, userId, params.sessionId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'endOtherSessions',
    method: 'delete',
    path: '/me/sessions',
    tag: 'me',
    summary: 'End every session but this one',
    asks: 'session',
    logged: true,
    run: ({ userId, caller, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await endOtherSessions(tx, userId, caller.sessionId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listTokens',
    method: 'get',
    path: '/me/tokens',
    tag: 'me',
    summary: 'Tokens with which programs act for me',
    asks: 'session',
    query: PageParams,
    answer: pageSchema('Token', Token),
    run: async ({ read, userId, query }) =>
      read(async (tx) => ({ body: pageOf((await listTokens(tx, userId)).map(shown), query, ({ id }) => id) })),
  }),
  operation({
    id: 'addToken',
    method: 'post',
    path: '/me/tokens',
    tag: 'me',
    summary: 'Make a token; its secret is shown this once',
    asks: 'session',
    logged: true,
    body: z.object({ name: Name, scopes: ScopeNames, expiresAt: Moment.optional() }).openapi('NewToken'),
    answer: MadeToken,
    created: true,
    run: ({ write, userId, body }) =>
      write(async (tx) => {
        const scopes = [...new Set(body.scopes)];
        const made = await addToken(tx, { userId, name: body.name, scopes, expiresAt: tokenEnd(body.expiresAt) });
        const token = shown(made.token);
        return { status: 201, body: { token, secret: made.secret }, keptBody: { token, secret: null } };
      }),
  }),
  operation({
    id: 'revokeToken',
    method: 'delete',
    path: '/me/tokens/{tokenId}',
    tag: 'me',
    summary: 'End a token at once',
    asks: 'session',
    logged: true,
    params: z.object({ tokenId: Id }),
    run: ({ write, userId, params }) =>
      write(async (tx) => {
        await revokeToken(tx, userId, params.tokenId);
        return { status: 204 };
      }),
  }),
];
