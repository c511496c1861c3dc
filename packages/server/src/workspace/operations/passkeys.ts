/** My passkeys: making one, naming it, taking it away. Signing in with one is in `passkey-sign-in.ts`. */
import { z } from '@hono/zod-openapi';
import { addPasskey, findUser, listPasskeys, removePasskey, renamePasskey, SYSTEM } from '@thousand-cities/store';
import { registered, registrationOptions } from '../../identity/passkeys.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { requireRelyingParty } from '../passkey-sign-in.ts';
import { Id, Moment, Name, PageParams, pageSchema } from '../schemas.ts';

const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    backedUp: z.boolean(),
    createdAt: Moment,
    lastUsedAt: Moment.nullable(),
  })
  .openapi('Passkey');

/** As WebAuthn level 3 says in 5.1.8 and 5.4: the browser and the library read them, we hand them on. */
const Options = z
  .record(z.string(), z.unknown())
  .openapi('PasskeyOptions', { description: 'PublicKeyCredentialCreationOptionsJSON of WebAuthn.' });
const Registration = z
  .record(z.string(), z.unknown())
  .openapi('PasskeyRegistration', { description: 'RegistrationResponseJSON of WebAuthn.' });

const PasskeyParams = z.object({ passkeyId: Id });

export const passkeyOperations: readonly AnyOperation[] = [
  operation({
    id: 'listPasskeys',
    method: 'get',
    path: '/me/passkeys',
    tag: 'me',
    summary: 'My passkeys',
    asks: 'session',
    query: PageParams,
    answer: pageSchema('Passkey', Passkey),
    run: async ({ workspace, userId, query }) => {
      const passkeys = await workspace.db.as(SYSTEM, (tx) => listPasskeys(tx, userId));
      return { body: pageOf(passkeys, query, ({ id }) => id) };
    },
  }),
  operation({
    id: 'beginPasskey',
    method: 'post',
    path: '/me/passkeys/options',
    tag: 'me',
    summary: 'What the browser needs to make a passkey',
    asks: 'session',
    unkeyed: 'it may be sent again, and gives a new challenge',
    answer: Options,
    problems: [409],
    run: async ({ workspace, userId, caller, publicUrl, url }) => {
      const rp = requireRelyingParty(publicUrl, url);
      const { email, name } = (await workspace.db.as(SYSTEM, (tx) => findUser(tx, userId)))!;
      return {
        body: await registrationOptions(workspace.db, rp, { userId, email, name, sessionId: caller.sessionId! }),
      };
    },
  }),
  operation({
    id: 'addPasskey',
    method: 'post',
    path: '/me/passkeys',
    tag: 'me',
    summary: 'Keep the passkey that the browser made',
    asks: 'session',
    unkeyed:
      'a challenge is answered once; sent again, it is refused (401), and the list of passkeys tells what was kept',
    guarded: true,
    logged: true,
    body: z.object({ name: Name, response: Registration }).openapi('NewPasskey'),
    answer: Passkey,
    created: true,
    problems: [409],
    run: async ({ workspace, userId, caller, publicUrl, url, body, writeAsSystem }) => {
      const rp = requireRelyingParty(publicUrl, url);
      const made = await registered(workspace.db, rp, caller.sessionId!, body.response);
      return writeAsSystem(async (tx) => ({
        status: 201,
        body: await addPasskey(tx, { ...made, userId, name: body.name }),
      }));
    },
  }),
  operation({
    id: 'renamePasskey',
    method: 'patch',
    path: '/me/passkeys/{passkeyId}',
    tag: 'me',
    summary: 'Give a passkey another name',
    asks: 'session',
    logged: true,
    params: PasskeyParams,
    body: z.object({ name: Name }).openapi('RenamePasskey'),
    run: ({ userId, params, body, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await renamePasskey(tx, userId, params.passkeyId, body.name);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'removePasskey',
    method: 'delete',
    path: '/me/passkeys/{passkeyId}',
    tag: 'me',
    summary: 'Take a passkey away: nobody signs in with it any more',
    asks: 'session',
    logged: true,
    params: PasskeyParams,
    run: ({ userId, params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await removePasskey(tx, userId, params.passkeyId);
        return { status: 204 };
      }),
  }),
];
