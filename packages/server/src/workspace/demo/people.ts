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

/** Make the people and their network. */
export async function addCast(db: Database): Promise<Cast> {
  const { addUser, foundNetwork, SYSTEM } = await import('@thousand-cities/store');
  return db.as(SYSTEM, async (tx) => {
    const lead = await addUser(tx, { email: DEMO_EMAIL, name: 'Demo' });
    const editor = await addUser(tx, PEOPLE.editor);
    const reviewer = await addUser(tx, PEOPLE.reviewer);
    const viewer = await addUser(tx, PEOPLE.viewer);
    const secretary = await addUser(tx, { email: 'network@demo.invalid', name: 'Secretariat (demo)' });
    const network = await foundNetwork(tx, 'Demo network of cities', secretary.id);
    const ids = { lead: lead.id, editor: editor.id, reviewer: reviewer.id, viewer: viewer.id };
    return { ids, networkId: network.id, as: (role: DemoRole) => ({ kind: 'person', userId: ids[role] }) };
  });
}
