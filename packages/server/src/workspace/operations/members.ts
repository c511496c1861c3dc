/** Who works in a city: members, invitations, and programs with accounts of their own. */
import { z } from '@hono/zod-openapi';
import {
  acceptInvitation,
  addServiceAccount,
  endServiceAccount,
  invite,
  listInvitations,
  listMembers,
  listServiceAccounts,
  openInvitation,
  revokeInvitation,
  setMember,
  SYSTEM,
} from '@thousand-cities/store';
import { Acceptance, acceptingOf } from '../accepting.ts';
import { checkInPerson } from '../caller.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { requireRight } from '../rights-check.ts';
import { cityAnd, CityParams, CityRoleName, Email, Invitation, Member, Moment, Name, NewInvitation, PageParams, pageSchema, ScopeNames, Secret, ServiceAccount } from '../schemas.ts'; // prettier-ignore
import { tokenEnd } from './people.ts';

const Role = z.object({ role: CityRoleName }).openapi('SetRole');

const memberOperations: readonly AnyOperation[] = [
  operation({
    id: 'listMembers',
    method: 'get',
    path: '/cities/{cityId}/members',
    tag: 'members',
    summary: 'Who works in a city',
    asks: 'person',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('Member', Member),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'members.read');
        return { body: pageOf(await listMembers(tx, params.cityId), query, ({ userId }) => userId) };
      }),
  }),
  operation({
    id: 'setMember',
    method: 'put',
    path: '/cities/{cityId}/members/{userId}',
    tag: 'members',
    summary: 'Give a member another role; new people are invited',
    asks: 'person',
    logged: true,
    params: cityAnd('userId'),
    body: Role,
    run: ({ params, body, caller, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        checkInPerson(caller, body.role);
        await setMember(tx, params.cityId, params.userId, body.role);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'removeMember',
    method: 'delete',
    path: '/cities/{cityId}/members/{userId}',
    tag: 'members',
    summary: 'End a membership; a city keeps at least one lead',
    asks: 'person',
    logged: true,
    params: cityAnd('userId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        await setMember(tx, params.cityId, params.userId, undefined);
        return { status: 204 };
      }),
  }),
];

const invitationOperations: readonly AnyOperation[] = [
  operation({
    id: 'listInvitations',
    method: 'get',
    path: '/cities/{cityId}/invitations',
    tag: 'members',
    summary: 'Invitations of a city',
    asks: 'person',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('Invitation', Invitation),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        return { body: pageOf(await listInvitations(tx, params.cityId), query, ({ id }) => id) };
      }),
  }),
  operation({
    id: 'invite',
    method: 'post',
    path: '/cities/{cityId}/invitations',
    tag: 'members',
    summary: 'Invite a person; the link is shown this once, to be passed on',
    asks: 'person',
    params: CityParams,
    body: z.object({ email: Email, role: CityRoleName }).openapi('Invite'),
    answer: NewInvitation,
    created: true,
    run: ({ params, body, caller, write, origin }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        checkInPerson(caller, body.role);
        const { invitation, secret } = await invite(tx, { cityId: params.cityId, ...body });
        // After #, so that neither a server nor a proxy writes it into a log.
        const link = `${origin}/join#${secret}`;
        return { status: 201, body: { invitation, link }, keptBody: { invitation, link: null } };
      }),
  }),
  operation({
    id: 'revokeInvitation',
    method: 'delete',
    path: '/cities/{cityId}/invitations/{invitationId}',
    tag: 'members',
    summary: 'Take an invitation back',
    asks: 'person',
    params: cityAnd('invitationId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        await revokeInvitation(tx, params.cityId, params.invitationId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'lookAtInvitation',
    method: 'post',
    path: '/invitations/look',
    tag: 'members',
    summary: 'What an invitation offers, for whoever holds the link',
    asks: 'anyone',
    unkeyed: 'it changes nothing',
    guarded: true,
    body: z.object({ secret: Secret }).openapi('LookAtInvitation'),
    answer: Invitation,
    run: async ({ body, workspace }) => ({
      body: await workspace.db.as(SYSTEM, (tx) => openInvitation(tx, body.secret)),
    }),
  }),
  operation({
    id: 'acceptInvitation',
    method: 'post',
    path: '/invitations/accept',
    tag: 'members',
    summary: 'Accept an invitation: signed in as the invited, or beginning an account with a name and a password',
    asks: 'anyone',
    logged: true,
    guarded: true,
    body: Acceptance.openapi('AcceptInvitation'),
    answer: Invitation,
    problems: [409],
    run: async (work) => {
      const { db } = work.workspace;
      const { secret } = work.body;
      const who = await acceptingOf(work, async () => (await db.as(SYSTEM, (tx) => openInvitation(tx, secret))).email);
      return work.writeAsSystem(async (tx) => {
        const { invitation, userId } = await acceptInvitation(tx, secret, who);
        return { body: invitation, about: userId };
      });
    },
  }),
];

const serviceOperations: readonly AnyOperation[] = [
  operation({
    id: 'listServices',
    method: 'get',
    path: '/cities/{cityId}/services',
    tag: 'members',
    summary: 'Accounts of programs in a city',
    asks: 'person',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('ServiceAccount', ServiceAccount),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'members.read');
        const accounts = await listServiceAccounts(tx, params.cityId);
        const items = accounts.map(({ userId, name, createdAt }) => ({ userId, name, createdAt }));
        return { body: pageOf(items, query, ({ userId }) => userId) };
      }),
  }),
  operation({
    id: 'addService',
    method: 'post',
    path: '/cities/{cityId}/services',
    tag: 'members',
    summary: 'Add an account for a program, with its token, whose secret is shown this once',
    asks: 'session',
    logged: true,
    params: CityParams,
    body: z
      .object({
        name: Name,
        role: z.enum(['editor', 'reviewer', 'viewer']),
        scopes: ScopeNames,
        expiresAt: Moment.optional(),
      })
      .openapi('NewService'),
    answer: z.object({ userId: z.string(), secret: z.string().nullable() }).openapi('MadeService'),
    created: true,
    run: ({ params, body, writeAsSystem, userId }) =>
      writeAsSystem(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        const made = await addServiceAccount(tx, userId, {
          cityId: params.cityId,
          name: body.name,
          role: body.role,
          scopes: [...new Set(body.scopes)],
          expiresAt: tokenEnd(body.expiresAt),
        });
        return { status: 201, body: made, keptBody: { ...made, secret: null } };
      }),
  }),
  operation({
    id: 'endService',
    method: 'delete',
    path: '/cities/{cityId}/services/{userId}',
    tag: 'members',
    summary: 'End an account of a program, with its tokens',
    asks: 'session',
    logged: true,
    params: cityAnd('userId'),
    run: ({ params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await requireRight(tx, params.cityId, 'members.edit');
        await endServiceAccount(tx, params.cityId, params.userId);
        return { status: 204 };
      }),
  }),
];

export const peopleOfCityOperations = [...memberOperations, ...invitationOperations, ...serviceOperations];
