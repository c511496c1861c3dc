/** What the people of a network see of its cities, by share, state, country and role; and how one becomes one of them. */
import { describe, expect, it } from 'vitest';
import {
  acceptNetworkInvitation,
  addInventory,
  addNetworkMember,
  addPlan,
  answerCity,
  findVersion,
  foundCity,
  foundNetwork,
  inviteToNetwork,
  leaveNetwork,
  listCompleteness,
  listNetworkInvitations,
  listNetworkPeople,
  listPublications,
  listShares,
  listStanding,
  mayInNetwork,
  networksOf,
  newId,
  onBehalfOf,
  openNetworkInvitation,
  publish,
  revokeNetworkInvitation,
  saveVersion,
  setNetworkMember,
  shareWith,
  SYSTEM,
  withdraw,
  type CityStanding,
  type Database,
  type DocumentKey,
  type DocumentKind,
  type Share,
  type User,
  type Viewer,
} from '../src/index.ts';
import { as, inventoryOf, newPerson, planOf, refusalOf, takeIn } from './documents.ts';

const STORIES = ['draft', 'approved', 'published', 'withdrawn', 'approved again'] as const;
type Story = (typeof STORIES)[number];

interface Room {
  readonly networkId: string;
  readonly secretary: User;
  readonly coordinator: User;
  readonly validator: User;
  readonly lead: User;
}

async function newRoom(db: Database): Promise<Room> {
  const [secretary, coordinator, validator, lead] = await Promise.all([0, 1, 2, 3].map(() => newPerson(db)));
  const { id: networkId } = await db.as(SYSTEM, (tx) => foundNetwork(tx, `Network ${newId()}`, secretary!.id));
  await db.as(SYSTEM, async (tx) => {
    await addNetworkMember(tx, networkId, coordinator!.id, 'national-coordinator', 'DEU');
    await addNetworkMember(tx, networkId, validator!.id, 'validator');
  });
  return { networkId, secretary: secretary!, coordinator: coordinator!, validator: validator!, lead: lead! };
}

/** A city with an inventory of 2024 and a plan that have both come as far as the story goes. */
async function tell(db: Database, room: Room, story: Story, shares: readonly Share[], country = 'DEU') {
  const { lead, networkId } = room;
  const city = await db.as(SYSTEM, (tx) => foundCity(tx, { name: `${story} ${shares.join()}`, country }, lead.id));
  await db.as(as(lead), async (tx) => {
    await bring(tx, 'inventory', await addInventory(tx, city.id, inventoryOf(2024)), story);
    await bring(tx, 'plan', await addPlan(tx, city.id, 'Main', planOf('x')), story);
    await shareWith(tx, city.id, networkId, shares);
  });
  return city;
}

type Tx = Parameters<Parameters<Database['as']>[1]>[0];
const assessment = {
  status: 'ok',
  target: 'race-to-zero',
  meetsTarget: false,
  findings: [
    { code: 'a', severity: 'warning', message: 'A' },
    { code: 'b', severity: 'note', message: 'B' },
  ],
} as const;

/** Version 1 is the draft, 2 in review, 3 approved, 4 published; 5 to 7 lead to another approval. */
async function bring(tx: Tx, kind: DocumentKind, key: DocumentKey, story: Story): Promise<void> {
  if (story === 'draft') return;
  const { text } = (await findVersion(tx, kind, key))!;
  await saveVersion(tx, kind, key, { basedOn: 1, text, state: 'review' });
  await saveVersion(tx, kind, key, { basedOn: 2, text, state: 'approved' });
  if (story === 'approved') return;
  const { id } = await publish(tx, kind, key, 3, 'P', kind === 'plan' ? assessment : undefined);
  if (story === 'withdrawn') await withdraw(tx, key.cityId, id);
  if (story !== 'approved again') return;
  for (const [i, state] of (['draft', 'review', 'approved'] as const).entries()) await saveVersion(tx, kind, key, { basedOn: 4 + i, text, state }); // prettier-ignore
}

/** What is seen of one kind: by the story and by whether it is shared, as the table of rights says. */
function expected(story: Story, shared: boolean) {
  if (story === 'approved again' && shared) return { state: 'approved', version: 7 };
  if (story === 'published' || story === 'approved again') return { state: 'published', version: 4 };
  return shared && story !== 'draft' ? { state: 'approved', version: 3 } : null;
}

export function networkRoomCase(database: () => Database): void {
  describe('the room of a network', () => {
    it('shows of each city what its share, its state and the table of rights allow, and no more', async () => {
      const db = database();
      const room = await newRoom(db);
      const { networkId, secretary, coordinator, validator } = room;
      const stands = (who: Viewer) => db.as(who, (tx) => listStanding(tx, networkId));
      const told = new Map<string, { readonly story: Story; readonly shares: readonly Share[] }>();
      for (const story of STORIES) {
        for (const shares of [[], ['inventory'], ['plan']] as const) {
          const city = await tell(db, room, story, shares);
          told.set(city.id, { story, shares });
          await takeIn(db, secretary, networkId, city.id);
        }
      }
      const abroad = await tell(db, room, 'approved', ['inventory', 'plan'], 'IDN');
      await takeIn(db, secretary, networkId, abroad.id);
      const asking = await tell(db, room, 'approved', ['inventory', 'plan']);
      for (const person of [secretary, coordinator, validator]) {
        const seen = await stands(as(person));
        expect(seen).toHaveLength(person === coordinator ? 16 : 17);
        for (const city of seen) {
          const { story, shares } = told.get(city.cityId) ?? { story: 'approved', shares: ['inventory', 'plan'] };
          // A city that only asks shows what everyone sees.
          const has = (share: Share) => city.acceptedAt !== null && shares.includes(share);
          expect(city.seesInventory, city.name).toBe(has('inventory'));
          expect(pick(city.inventory), city.name).toEqual(expected(story, has('inventory')));
          expect(city.seesPlan, city.name).toBe(has('plan'));
          expect(pick(city.plan), city.name).toEqual(expected(story, has('plan')));
          await agreesWithPolicies(db, as(person), city);
        }
        expect(seen.find(({ cityId }) => cityId === asking.id)).toMatchObject({ acceptedAt: null, plan: null });
        expect(seen.some(({ cityId }) => cityId === abroad.id)).toBe(person !== coordinator);
        expect((await db.as(as(person), (tx) => listShares(tx, { networkId }))).length).toBe(seen.length);
      }
      const published = (await stands(as(validator))).find(({ plan }) => plan?.state === 'published')!;
      expect(published.plan!.assessment).toEqual({ target: 'race-to-zero', meetsTarget: false, open: 1 });
      for (const nobody of [as(room.lead), { kind: 'public' } as const]) expect(await stands(nobody)).toEqual([]);
    });

    it('counts what is missing in an inventory only where the inventory may be read', async () => {
      const db = database();
      const room = await newRoom(db);
      const shared = await tell(db, room, 'approved', ['inventory']);
      const hidden = await tell(db, room, 'approved', []);
      for (const { id } of [shared, hidden]) await takeIn(db, room.secretary, room.networkId, id);
      const counted = (who: User) =>
        db.as(as(who), (tx) => listCompleteness(tx, room.networkId, [shared.id, hidden.id]));
      const rows = inventoryOf(2024).rows;
      const keys = rows.map(({ co2eTonnes }) => (typeof co2eTonnes === 'object' ? co2eTonnes.keys : []));
      expect(await counted(room.validator)).toEqual([
        {
          cityId: shared.id,
          figures: keys.filter((each) => each.length === 0).length,
          notEstimated: keys.filter((each) => each.includes('NE')).length,
          explained: keys.filter((each) => each.length > 0 && !each.includes('NE')).length,
        },
      ]);
      expect(await counted(room.lead)).toEqual([]);
    });

    it('tells a city that is turned away when and why, until it asks again', async () => {
      const db = database();
      const room = await newRoom(db);
      const { networkId, secretary, lead } = room;
      const city = await tell(db, room, 'draft', []);
      const standing = async () => (await db.as(as(lead), (tx) => listShares(tx, { cityId: city.id })))[0];
      await db.as(onBehalfOf(secretary.id), (tx) => answerCity(tx, networkId, city.id, 'decline', 'Not yet in the country’s list')); // prettier-ignore
      expect(await standing()).toMatchObject({ acceptedAt: null, reason: 'Not yet in the country’s list' });
      expect((await standing())!.declinedAt).not.toBeNull();
      expect(await db.as(as(secretary), (tx) => listStanding(tx, networkId))).toEqual([]);
      await db.as(as(lead), (tx) => shareWith(tx, city.id, networkId, ['plan']));
      expect(await standing()).toMatchObject({ acceptedAt: null, declinedAt: null, reason: null, shares: ['plan'] });
      await db.as(as(lead), (tx) => leaveNetwork(tx, city.id, networkId));
      expect(await standing()).toBeUndefined();
      const twice = db.as(as(lead), (tx) => leaveNetwork(tx, city.id, networkId));
      expect(await refusalOf(twice)).toMatchObject({ code: 'not-found' });
    });

    it('is entered by an invitation of its secretariat, once, and left by all but the last secretariat', async () => {
      const db = database();
      const { networkId, secretary, validator } = await newRoom(db);
      const guest = await newPerson(db);
      const offer = { networkId, email: guest.email, role: 'national-coordinator', country: 'FRA' } as const;
      const refused = db.as(as(validator), (tx) => inviteToNetwork(tx, offer));
      expect(await refusalOf(refused)).toMatchObject({ code: 'not-allowed' });
      const { secret, invitation } = await db.as(as(secretary), (tx) => inviteToNetwork(tx, offer));
      const another = db.as(SYSTEM, (tx) => acceptNetworkInvitation(tx, secret, { userId: validator.id }));
      expect(await refusalOf(another)).toMatchObject({ code: 'not-allowed' });
      await db.as(SYSTEM, (tx) => acceptNetworkInvitation(tx, secret, { userId: guest.id }));
      expect(await refusalOf(db.as(SYSTEM, (tx) => acceptNetworkInvitation(tx, secret, { userId: guest.id })))).toMatchObject({ code: 'not-found' }); // prettier-ignore
      expect(await db.as(as(guest), (tx) => networksOf(tx, guest.id))).toMatchObject([
        { id: networkId, role: 'national-coordinator', country: 'FRA' },
      ]);
      expect(await db.as(as(guest), (tx) => listNetworkPeople(tx, networkId))).toHaveLength(4);
      const right = (who: User, action: 'network.read' | 'network.edit') =>
        db.as(as(who), (tx) => mayInNetwork(tx, networkId, action));
      expect([await right(guest, 'network.read'), await right(guest, 'network.edit')]).toEqual([true, false]);
      expect(await db.as(as(guest), (tx) => listNetworkInvitations(tx, networkId))).toEqual([]);
      const revoking = db.as(as(secretary), (tx) => revokeNetworkInvitation(tx, networkId, invitation.id));
      expect(await refusalOf(revoking)).toMatchObject({ code: 'not-found' });
      const { secret: taken, invitation: open } = await db.as(as(secretary), (tx) => inviteToNetwork(tx, offer));
      await db.as(as(secretary), (tx) => revokeNetworkInvitation(tx, networkId, open.id));
      expect(await refusalOf(db.as(SYSTEM, (tx) => acceptNetworkInvitation(tx, taken, { userId: guest.id })))).toMatchObject({ code: 'not-found' }); // prettier-ignore
      const last = db.as(as(secretary), (tx) => setNetworkMember(tx, networkId, secretary.id, undefined));
      expect(await refusalOf(last)).toMatchObject({ code: 'still-needed' });
      // Nor by a lesser role that the last one offers to themselves.
      const { secret: lesser } = await db.as(as(secretary), (tx) => inviteToNetwork(tx, { networkId, email: secretary.email, role: 'validator' })); // prettier-ignore
      const stepDown = db.as(SYSTEM, (tx) => acceptNetworkInvitation(tx, lesser, { userId: secretary.id }));
      expect(await refusalOf(stepDown)).toMatchObject({ code: 'still-needed' });
      await db.as(as(secretary), (tx) => setNetworkMember(tx, networkId, validator.id, 'secretariat'));
      const { secret: ofBefore } = await db.as(as(secretary), (tx) => inviteToNetwork(tx, { ...offer, email: 'later@example.org' })); // prettier-ignore
      await db.as(as(secretary), (tx) => setNetworkMember(tx, networkId, secretary.id, undefined));
      // Nobody is brought in, nor brought back, but by saying so: not by the function, not by the table beneath it.
      for (const nobody of [secretary, await newPerson(db)]) {
        const brought = db.as(as(validator), (tx) => setNetworkMember(tx, networkId, nobody.id, 'validator'));
        expect(await refusalOf(brought)).toMatchObject({ code: 'not-found' });
        const written = db.as(as(validator), (tx) => tx.insertInto('network_members').values({ network_id: networkId, user_id: nobody.id, role: 'validator', country: null }).execute()); // prettier-ignore
        expect(await refusalOf(written)).toMatchObject({ code: 'not-allowed' });
      }
      const revived = await db.as(as(validator), (tx) => tx.updateTable('network_members').set({ ended_at: null }).where('network_id', '=', networkId).where('user_id', '=', secretary.id).executeTakeFirstOrThrow()); // prettier-ignore
      expect(revived.numUpdatedRows).toBe(0n);
      expect(await refusalOf(db.as(SYSTEM, (tx) => openNetworkInvitation(tx, ofBefore)))).toMatchObject({ code: 'not-found' }); // prettier-ignore
      expect(await right(secretary, 'network.read')).toBe(false);
    });
  });
}

const pick = (document: { readonly state: string; readonly version: number } | null) =>
  document === null ? null : { state: document.state, version: document.version };

/** What is shown is what the policies of the tables let the same person read; nothing shown beside it, nothing left out. */
async function agreesWithPolicies(db: Database, who: Viewer, city: CityStanding): Promise<void> {
  for (const kind of ['inventory', 'plan'] as const) {
    const shown = city[kind];
    const sees = kind === 'inventory' ? city.seesInventory : city.seesPlan;
    const [read, heads, published] = await db.as(who, async (tx) => [
      shown && (await findVersion(tx, kind, { cityId: city.cityId, id: shown.id }, shown.version)),
      await tx.selectFrom(kind === 'inventory' ? 'inventories' : 'plans').select('id').where('city_id', '=', city.cityId).execute(), // prettier-ignore
      await listPublications(tx, city.cityId),
    ]);
    if (shown) expect(read, city.name).toBeDefined();
    expect(shown !== null, city.name).toBe(heads.length > 0 || published.some((each) => each.kind === kind));
    if (!sees) expect(heads, city.name).toEqual([]);
  }
}
