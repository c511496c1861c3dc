/** The people of the demo, the network they are in, and who does what where. */
import type { CityRole, Database, Viewer } from '@thousand-cities/store';

/** Who everybody is. */
export const DEMO_EMAIL = 'demo@demo.invalid';

/** Somebody of each role, besides the person that everybody is, who leads every city. */
const PEOPLE = {
  editor: { name: 'Rina (demo editor)', email: 'rina@demo.invalid' },
  reviewer: { name: 'Omar (demo reviewer)', email: 'omar@demo.invalid' },
  viewer: { name: 'Council office (demo viewer)', email: 'council@demo.invalid' },
} as const satisfies Partial<Record<CityRole, { readonly name: string; readonly email: string }>>;

export type DemoRole = keyof typeof PEOPLE | 'lead';

export interface Cast {
  readonly ids: Readonly<Record<DemoRole, string>>;
  readonly networkId: string;
  /** Run as one of them. */
  as(role: DemoRole): Viewer;
}

/** Cities that ask to join the network, with what they would share: there to be answered. Nobody has entered anything for them. */
const ASKING = [
  { name: 'Bandung (demo)', country: 'IDN', shares: ['inventory', 'plan', 'comment'] },
  { name: 'Recife (demo)', country: 'BRA', shares: ['plan'] },
] as const;

/** Make the people and their network. The person that everybody is works in its secretariat as well. */
export async function addCast(db: Database): Promise<Cast> {
  const { addUser, addNetworkMember, foundNetwork, SYSTEM } = await import('@thousand-cities/store');
  return db.as(SYSTEM, async (tx) => {
    const lead = await addUser(tx, { email: DEMO_EMAIL, name: 'Demo' });
    const editor = await addUser(tx, PEOPLE.editor);
    const reviewer = await addUser(tx, PEOPLE.reviewer);
    const viewer = await addUser(tx, PEOPLE.viewer);
    const secretary = await addUser(tx, { email: 'network@demo.invalid', name: 'Secretariat (demo)' });
    const network = await foundNetwork(tx, 'Demo network of cities', secretary.id);
    await addNetworkMember(tx, network.id, lead.id, 'secretariat');
    const validator = await addUser(tx, { email: 'validator@demo.invalid', name: 'Validator (demo)' });
    await addNetworkMember(tx, network.id, validator.id, 'validator');
    const ids = { lead: lead.id, editor: editor.id, reviewer: reviewer.id, viewer: viewer.id };
    return { ids, networkId: network.id, as: (role: DemoRole) => ({ kind: 'person', userId: ids[role] }) };
  });
}

/** The network takes in the cities of the demo; others ask to join it. */
export async function fillNetwork(db: Database, { ids, networkId }: Cast): Promise<void> {
  const { addUser, answerCity, foundCity, listShares, onBehalfOf, shareWith, SYSTEM } =
    await import('@thousand-cities/store');
  await db.as(onBehalfOf(ids.lead), async (tx) => {
    for (const { cityId } of await listShares(tx, { networkId })) await answerCity(tx, networkId, cityId, 'accept');
  });
  const asking = await db.as(SYSTEM, (tx) =>
    addUser(tx, { email: 'others@demo.invalid', name: 'Other cities (demo)' }),
  );
  await db.as(onBehalfOf(asking.id), async (tx) => {
    for (const { name, country, shares } of ASKING) {
      const { id } = await foundCity(tx, { name, country }, asking.id);
      await shareWith(tx, id, networkId, shares);
    }
  });
}
