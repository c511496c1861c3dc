/** People, tokens, members and networks. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  addIdentity,
  addPasskey,
  addPlan,
  addServiceAccount,
  addToken,
  addUser,
  anonymise,
  checkAudit,
  citiesOf,
  countFailure,
  editUser,
  findCredential,
  findToken,
  findUser,
  findUserByEmail,
  findUserByIdentity,
  findVersion,
  FORMER_NAME,
  foundCity,
  invite,
  inviteLead,
  keepChallenge,
  listLeaderless,
  listMembers,
  listPasskeys,
  listTokens,
  newId,
  noteUse,
  onBehalfOf,
  readAudit,
  renameCity,
  revokeInvitation,
  revokeToken,
  setDisabled,
  setMember,
  sha256,
  SYSTEM,
  takeChallenge,
  type Database,
  type Transaction,
  type User,
} from '../src/index.ts';
import { as, newCity, newPerson, planOf, refusalOf } from './documents.ts';

/** Until a session waits for another's lock. */
async function someoneWaits(db: Database): Promise<void> {
  for (let looks = 0; looks < 200; looks++) {
    const { rows } = await db.as(SYSTEM, (tx) => sql`SELECT FROM pg_locks WHERE NOT granted`.execute(tx));
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nobody waits');
}

/** Tables in which any column of any row holds one of these texts. */
async function holding(db: Database, texts: readonly string[]): Promise<string[]> {
  return db.as(SYSTEM, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'cities'::regnamespace AND relkind = 'r'
        AND has_table_privilege(oid, 'SELECT')`.execute(tx);
    const found: string[] = [];
    for (const { name } of rows) {
      const hits = await sql`SELECT FROM ${sql.table(name)} AS t
        WHERE EXISTS (SELECT FROM unnest(${[...texts]}::text[]) AS wanted WHERE strpos(lower(t::text), lower(wanted)) > 0)`.execute(tx); // prettier-ignore
      if (hits.rows.length > 0) found.push(name);
    }
    return found;
  });
}

export function peopleCase(database: () => Database): void {
  describe('people', () => {
    it('have one account per address, in capitals or not', async () => {
      const db = database();
      await db.as(SYSTEM, (tx) => addUser(tx, { email: 'Rosa@Example.org', name: 'Rosa' }));
      const again = db.as(SYSTEM, (tx) => addUser(tx, { email: 'rosa@example.ORG', name: 'Rosa' }));
      expect(await refusalOf(again)).toMatchObject({ code: 'already-exists' });
      expect(await db.as(SYSTEM, (tx) => findUserByEmail(tx, 'ROSA@example.org'))).toMatchObject({ name: 'Rosa' });
    });

    it('are found by what an identity provider calls them', async () => {
      const db = database();
      const person = await newPerson(db);
      await db.as(SYSTEM, (tx) => addIdentity(tx, person.id, 'oidc:city', 'abc'));
      expect(await db.as(SYSTEM, (tx) => findUserByIdentity(tx, 'oidc:city', 'abc'))).toMatchObject({ id: person.id });
      expect(await db.as(SYSTEM, (tx) => findUserByIdentity(tx, 'oidc:city', 'xyz'))).toBeUndefined();
    });

    it('edit themselves and nobody else, and see no strangers', async () => {
      const db = database();
      const [one, other] = [await newPerson(db), await newPerson(db)];
      await db.as(as(one), (tx) => editUser(tx, one.id, { name: 'Anna', locale: 'id' }));
      expect(await db.as(as(one), (tx) => findUser(tx, one.id))).toMatchObject({ name: 'Anna', locale: 'id' });
      expect(await db.as(as(one), (tx) => findUser(tx, other.id))).toBeUndefined();
      const attempt = db.as(as(one), (tx) => editUser(tx, other.id, { name: 'X' }));
      expect(await refusalOf(attempt)).toMatchObject({ code: 'not-allowed' });
    });

    it('may not make accounts', async () => {
      const db = database();
      const person = await newPerson(db);
      const attempt = db.as(as(person), (tx) =>
        addUser(tx, { email: 'z@example.org', name: 'Z', administrator: true }),
      );
      expect(await refusalOf(attempt)).toMatchObject({ code: 'not-allowed' });
    });
  });

  describe('tokens', () => {
    it('work until they are revoked, run out, or their person is disabled', async () => {
      const db = database();
      const person = await newPerson(db);
      const make = (expiresAt?: string) =>
        db.as(as(person), (tx) =>
          addToken(tx, { userId: person.id, name: 'script', scopes: ['read'], ...(expiresAt && { expiresAt }) }),
        );
      const find = (secret: string) => db.as(SYSTEM, (tx) => findToken(tx, secret));
      const [kept, revoked, old] = [await make(), await make(), await make('2020-01-01T00:00:00Z')];
      await db.as(as(person), (tx) => revokeToken(tx, person.id, revoked.token.id));
      expect(await find(kept.secret)).toMatchObject({ userId: person.id, scopes: ['read'] });
      expect(await find(revoked.secret)).toBeUndefined();
      expect(await find(old.secret)).toBeUndefined();
      expect(await find(`${kept.secret}x`)).toBeUndefined();
      await db.as(SYSTEM, (tx) => setDisabled(tx, person.id, true));
      expect(await find(kept.secret)).toBeUndefined();
    });

    it('are seen and made by their own person only', async () => {
      const db = database();
      const [one, other] = [await newPerson(db), await newPerson(db)];
      const { token } = await db.as(as(one), (tx) => addToken(tx, { userId: one.id, name: 'a', scopes: ['write'] }));
      expect(await db.as(as(other), (tx) => listTokens(tx, one.id))).toEqual([]);
      expect(await db.as(as(one), (tx) => listTokens(tx, one.id))).toEqual([token]);
      const forged = db.as(as(other), (tx) => addToken(tx, { userId: one.id, name: 'b', scopes: ['write'] }));
      expect(await refusalOf(forged)).toMatchObject({ code: 'not-allowed' });
    });
  });

  describe('passkeys', () => {
    it('are counted upwards, one use at a time, and those that do not count are used as often as wanted', async () => {
      const db = database();
      const person = await newPerson(db);
      const add = (credentialId: string, counter: number) =>
        db.as(
          SYSTEM,
          (tx) =>
          addPasskey(tx, { userId: person.id, name: 'Phone', credentialId, publicKey: 'k', counter, transports: ['internal'], deviceType: 'multiDevice', backedUp: true, rpId: 'x.example' }), // prettier-ignore
        );
      const id = newId();
      const [counting, silent] = [await add(`a${id}`, 4_000_000_000), await add(`b${id}`, 0)];
      const use = (passkey: { id: string }, counter: number) =>
        db.as(SYSTEM, (tx) => noteUse(tx, passkey.id, counter, true));
      expect((await Promise.all([use(counting, 4_000_000_001), use(counting, 4_000_000_001)])).sort()).toEqual([
        false,
        true,
      ]);
      expect([await use(counting, 4_000_000_000), await use(counting, 0)]).toEqual([false, false]);
      expect([await use(silent, 0), await use(silent, 0), await use(silent, 1), await use(silent, 0)]).toEqual([true, true, true, false]); // prettier-ignore
      expect(await refusalOf(add(`a${id}`, 0))).toMatchObject({ code: 'already-exists' });
      expect(await db.as(SYSTEM, (tx) => findCredential(tx, `a${id}`, 'y.example'))).toBeUndefined();
      expect(await db.as(SYSTEM, (tx) => findCredential(tx, `a${id}`, 'x.example'))).toMatchObject({ counter: 4_000_000_001 }); // prettier-ignore
    });

    it('are shown to nobody but the program, and a challenge is answered once, in time', async () => {
      const db = database();
      const person = await newPerson(db);
      expect(await refusalOf(db.as(as(person), (tx) => listPasskeys(tx, person.id)))).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
      const now = new Date();
      const take = (owner: string, later = 0) =>
        db.as(SYSTEM, (tx) => takeChallenge(tx, owner, new Date(now.getTime() + later)));
      const keep = (owner: string, challenge: string) =>
        db.as(SYSTEM, (tx) => keepChallenge(tx, owner, challenge, now));
      await keep('one', 'first');
      await keep('one', 'second');
      await keep('two', 'third');
      expect([await take('one'), await take('one'), await take('two', 301_000)]).toEqual(['second', undefined, undefined]); // prettier-ignore
    });
  });

  describe('an installation', () => {
    it('keeps one administrator at least, also where two disable each other at once', async () => {
      const db = database();
      const add = (name: string) =>
        db.as(SYSTEM, (tx) => addUser(tx, { email: `${newId()}@example.org`, name, administrator: true }));
      const [one, other] = [await add('One'), await add('Other')];
      const disable = ({ id }: { id: string }) => db.as(SYSTEM, (tx) => setDisabled(tx, id, true));
      const ended = await Promise.allSettled([disable(one), disable(other)]);
      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [left] = ended[0]!.status === 'fulfilled' ? [other] : [one];
      expect(await refusalOf(disable(left!))).toMatchObject({ code: 'still-needed' });
      await db.as(SYSTEM, (tx) => tx.updateTable('users').set({ administrator: false }).where('id', '=', left!.id).execute()); // prettier-ignore
    });
  });

  describe('an account', () => {
    it('is anonymised for good: nothing says whose it was, what they did stays, and no log breaks', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const [name, email] = [`Rosa ${newId()}`, `rosa-${newId()}@example.org`];
      const { secret } = await db.as(as(people.lead), (tx) => invite(tx, { cityId: city.id, email, role: 'editor' }));
      const { userId: id } = await db.as(SYSTEM, (tx) =>
        acceptInvitation(tx, secret, { name, passwordHash: 'scrypt$x' }),
      );
      const plan = await db.as(as({ id }), (tx) => addPlan(tx, city.id, 'Main', planOf('x')));
      const made = await db.as(as({ id }), (tx) => addToken(tx, { userId: id, name: email, scopes: ['write'] }));
      await db.as(SYSTEM, async (tx) => {
        await addIdentity(tx, id, 'oidc', email);
        await countFailure(tx, email);
        await addPasskey(tx, { userId: id, name, credentialId: newId(), publicKey: 'k', counter: 0, transports: [], deviceType: 'singleDevice', backedUp: false, rpId: 'x.example' }); // prettier-ignore
      });
      await db.as(as(people.lead), (tx) => invite(tx, { cityId: city.id, email: email.toUpperCase(), role: 'viewer' }));
      const erase = (who: string) => db.as(onBehalfOf(who), (tx) => anonymise(tx, who));
      expect(await refusalOf(erase(people.lead.id))).toMatchObject({ code: 'still-needed' });
      await erase(id);
      expect(await holding(db, [name, email, sha256(email)])).toEqual([]);
      expect(await db.as(as(people.lead), (tx) => findVersion(tx, 'plan', plan, 1))).toMatchObject({ createdBy: id });
      expect(await db.as(as(people.lead), (tx) => findUser(tx, id))).toMatchObject({ name: FORMER_NAME, email: `${id}@former.invalid` }); // prettier-ignore
      expect(await db.as(SYSTEM, (tx) => findToken(tx, made.secret))).toBeUndefined();
      expect((await db.as(as(people.lead), (tx) => listMembers(tx, city.id))).map(({ userId }) => userId)).not.toContain(id); // prettier-ignore
      expect(await db.as(SYSTEM, (tx) => checkAudit(tx, city.id))).toMatchObject({ sound: true });
      const log = await db.as(as(people.lead), (tx) => readAudit(tx, city.id));
      expect(log.at(-1)).toMatchObject({ actor: id, subject: `user/${id}`, action: 'members.set' });
      // For good: it is not enabled again, not anonymised twice, and the address is free.
      expect(await refusalOf(erase(id))).toMatchObject({ code: 'not-found' });
      expect(await refusalOf(db.as(SYSTEM, (tx) => setDisabled(tx, id, false)))).toMatchObject({ code: 'not-found' });
      await db.as(SYSTEM, (tx) => addUser(tx, { email, name: 'Another' }));
      // Who is disabled leads nothing any more, so that nothing stands in the way.
      await db.as(SYSTEM, (tx) => setDisabled(tx, people.lead.id, true));
      await erase(people.lead.id);
    });
  });

  describe('an invitation', () => {
    it('that is taken back while it is being accepted is not accepted', async () => {
      const db = database();
      // The embedded database has one session: nothing comes in between there.
      if (db.source.kind === 'embedded') return;
      const { city, people } = await newCity(db);
      const email = `${newId()}@example.org`;
      const { invitation, secret } = await db.as(as(people.lead), (tx) =>
        invite(tx, { cityId: city.id, email, role: 'editor' }),
      );
      let accepting: Promise<unknown> | undefined;
      // Somebody takes the address, and lets it go again: accepting waits for that, after it has looked at the invitation.
      await db
        .as(SYSTEM, async (tx) => {
          await addUser(tx, { email, name: 'First' });
          accepting = db
            .as(SYSTEM, (tx) => acceptInvitation(tx, secret, { name: 'Ana', passwordHash: 'x' }))
            .catch((error: unknown) => error);
          await someoneWaits(db);
          await db.as(as(people.lead), (other) => revokeInvitation(other, city.id, invitation.id));
          throw new Error('let go');
        })
        .catch(() => undefined);
      expect(await accepting).toMatchObject({ code: 'not-found' });
      expect(await db.as(SYSTEM, (tx) => findUserByEmail(tx, email))).toBeUndefined();
    });
  });

  describe('cities', () => {
    it('are set up once per place, with a lead', async () => {
      const db = database();
      const lead = await newPerson(db);
      const found = () =>
        db.as(SYSTEM, (tx) => foundCity(tx, { placeId: '1627896', name: 'Semarang', country: 'IDN' }, lead.id));
      const city = await found();
      expect(await refusalOf(found())).toMatchObject({ code: 'already-exists' });
      expect(await db.as(as(lead), (tx) => citiesOf(tx, lead.id))).toEqual([{ ...city, role: 'lead' }]);
    });

    it('let their lead, and only their lead, change roles and name', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      await db.as(as(people.lead), (tx) => setMember(tx, city.id, people.viewer.id, 'editor'));
      await db.as(as(people.lead), (tx) => setMember(tx, city.id, people.reviewer.id, undefined));
      const members = await db.as(as(people.lead), (tx) => listMembers(tx, city.id));
      expect(members.map(({ role }) => role)).toEqual(['lead', 'editor', 'editor']);
      // Nobody is brought in, nor brought back, but by saying so: not by the function, not by the table beneath it.
      for (const nobody of [people.reviewer, await newPerson(db)]) {
        const brought = db.as(as(people.lead), (tx) => setMember(tx, city.id, nobody.id, 'viewer'));
        expect(await refusalOf(brought)).toMatchObject({ code: 'not-found' });
        const written = db.as(as(people.lead), (tx) => tx.insertInto('members').values({ city_id: city.id, user_id: nobody.id, role: 'viewer' }).execute()); // prettier-ignore
        expect(await refusalOf(written)).toMatchObject({ code: 'not-allowed' });
      }
      const revived = await db.as(as(people.lead), (tx) => tx.updateTable('members').set({ ended_at: null }).where('user_id', '=', people.reviewer.id).executeTakeFirstOrThrow()); // prettier-ignore
      expect(revived.numUpdatedRows).toBe(0n);
      const promote = db.as(as(people.editor), (tx) => setMember(tx, city.id, people.editor.id, 'lead'));
      // To the database, an editor has no members to change.
      expect(await refusalOf(promote)).toMatchObject({ code: 'not-found' });
      const rename = db.as(as(people.editor), (tx) => renameCity(tx, city.id, 'Mine'));
      expect(await refusalOf(rename)).toMatchObject({ code: 'not-allowed' });
    });

    it('keep one lead at least, and a lead may step down when there is another', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const leave = () => db.as(as(people.lead), (tx) => setMember(tx, city.id, people.lead.id, undefined));
      expect(await refusalOf(leave())).toMatchObject({ code: 'still-needed' });
      await db.as(as(people.lead), (tx) => setMember(tx, city.id, people.editor.id, 'lead'));
      await leave();
      expect(await db.as(as(people.lead), (tx) => listMembers(tx, city.id))).toEqual([]);
    });

    it('keep one lead when both leave at the same moment, or dismiss each other', async () => {
      const db = database();
      for (const crossed of [false, true]) {
        const { city, people } = await newCity(db);
        const [one, other] = [people.lead, people.editor];
        await db.as(as(one), (tx) => setMember(tx, city.id, other.id, 'lead'));
        const end = (who: typeof one, whom: typeof one) =>
          db.as(as(who), (tx) => setMember(tx, city.id, whom.id, undefined));
        const ended = await Promise.allSettled(
          crossed ? [end(one, other), end(other, one)] : [end(one, one), end(other, other)],
        );
        expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const left = await db.as(SYSTEM, (tx) => listMembers(tx, city.id));
        expect(left.filter(({ role }) => role === 'lead')).toHaveLength(1);
      }
    });

    it('keep one lead at least when a lead accepts a lesser role, and one who is disabled does not count', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const asLead = <T>(work: (tx: Transaction) => Promise<T>) => db.as(as(people.lead), work);
      const { secret } = await asLead((tx) =>
        invite(tx, { cityId: city.id, email: people.lead.email, role: 'viewer' }),
      );
      const accept = () => db.as(SYSTEM, (tx) => acceptInvitation(tx, secret, { userId: people.lead.id }));
      expect(await refusalOf(accept())).toMatchObject({ code: 'still-needed' });
      await asLead((tx) => setMember(tx, city.id, people.editor.id, 'lead'));
      await db.as(SYSTEM, (tx) => setDisabled(tx, people.editor.id, true));
      expect(await refusalOf(accept())).toMatchObject({ code: 'still-needed' });
      await db.as(SYSTEM, (tx) => setDisabled(tx, people.editor.id, false));
      expect(await accept()).toMatchObject({ invitation: { role: 'viewer' } });
    });

    it('that nobody leads any more get a lead by the installation, as long as nobody leads them', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const [one, other, admin] = [await newPerson(db), await newPerson(db), await newPerson(db)];
      const offer = ({ email }: User) =>
        db.as(onBehalfOf(admin.id), (tx) => inviteLead(tx, { cityId: city.id, email }));
      const accept = ({ id }: User, { secret }: { secret: string }) =>
        db.as(SYSTEM, (tx) => acceptInvitation(tx, secret, { userId: id }));
      const leaderless = async () => (await db.as(SYSTEM, listLeaderless)).some(({ id }) => id === city.id);
      const disableLead = (disabled: boolean) => db.as(SYSTEM, (tx) => setDisabled(tx, people.lead.id, disabled));
      expect([await leaderless(), await refusalOf(offer(one))]).toMatchObject([false, { code: 'not-allowed' }]);
      await disableLead(true);
      expect(await leaderless()).toBe(true);
      const [first, second] = [await offer(one), await offer(other)];
      // The later offer ends the earlier one, and a lead who is back ends both.
      expect(await refusalOf(accept(one, first))).toMatchObject({ code: 'not-found' });
      await disableLead(false);
      expect(await refusalOf(accept(other, second))).toMatchObject({ code: 'not-found' });
      await disableLead(true);
      await accept(other, second);
      expect([await leaderless(), await refusalOf(accept(other, second))]).toMatchObject([
        false,
        { code: 'not-found' },
      ]);
      const log = await db.as(as(other), (tx) => readAudit(tx, city.id));
      expect(log.slice(-2).map(({ actor, action, detail }) => [actor, action, JSON.parse(detail)])).toEqual([
        [admin.id, 'members.invite', { role: 'lead', by: 'installation' }],
        [null, 'members.accept', { role: 'lead', invitation: second.invitation.id }],
      ]);
    });

    it('are led by no program', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const account = { cityId: city.id, name: 'Meter', role: 'editor', scopes: ['write'] } as const;
      const { userId } = await db.as(onBehalfOf(people.lead.id), (tx) =>
        addServiceAccount(tx, people.lead.id, account),
      );
      const set = (role: 'lead' | 'reviewer') => db.as(as(people.lead), (tx) => setMember(tx, city.id, userId, role));
      expect(await refusalOf(set('lead'))).toMatchObject({ code: 'not-allowed' });
      await set('reviewer');
    });

    it('list their people in one order, also those who came at one moment', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const listed = () => db.as(as(people.lead), (tx) => listMembers(tx, city.id));
      // The three came in one transaction. A row that is changed goes to another place in its table.
      const before = (await listed()).map(({ userId }) => userId);
      expect(before.slice(1)).toEqual([...before.slice(1)].sort());
      await db.as(as(people.lead), (tx) => setMember(tx, city.id, before[1]!, 'viewer'));
      expect((await listed()).map(({ userId }) => userId)).toEqual(before);
    });

    it('take every right from a person who is disabled', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      await db.as(SYSTEM, (tx) => setDisabled(tx, people.lead.id, true));
      const attempt = db.as(as(people.lead), (tx) => renameCity(tx, city.id, 'Mine'));
      expect(await refusalOf(attempt)).toMatchObject({ code: 'not-allowed' });
    });
  });
}
