/** One city of the demo: its people at work on it, one after the other, each in their own name. */
import { canonicalJson, writePlan, type Inventory, type Plan } from '@thousand-cities/model';
import type { Database, DocumentKey, StoredCity, Transaction } from '@thousand-cities/store';
import type { Cast } from './people.ts';
import { withDemoValues } from './values.ts';

/** Loaded with the store, after the first pages. */
const loadStore = () => import('@thousand-cities/store');

/** What a city of the demo has besides an adopted and published plan. */
export interface Story {
  /** Published before, with fewer actions. */
  readonly before?: Plan;
  /** The same plan begun five years later, to hold against it. */
  readonly scenario?: boolean;
  /** A scenario that waits for its review. */
  readonly inReview?: boolean;
  /** A draft of the inventory with figures as if from departments, comments, and a file behind one of them. */
  readonly collecting?: boolean;
}

/** When the demo's council decided, and whom one asks: nobody, and it says so. */
const ADOPTION = { body: 'the council (demo)', date: '2026-05-12', decision: 'Demo decision, taken by nobody' };
const CONTACT = { office: 'Climate office (demo)', email: 'climate@demo.invalid' };

/** Found the city and let its people work. `years` are inventories of other years than the plan's own. */
export async function fillCity(
  db: Database,
  cast: Cast,
  plan: Plan,
  years: readonly Inventory[],
  story: Story,
): Promise<void> {
  const { foundCity, SYSTEM } = await loadStore();
  const { name, country, id: placeId } = plan.city;
  const place = placeId === undefined ? {} : { placeId };
  const city = await db.as(SYSTEM, (tx) => foundCity(tx, { name, country, ...place }, cast.ids.lead));
  const desk: Desk = { db, cast, city, plan, title: plan.title ?? name, story };
  const counted = await invite(desk, years);
  const drafted = await draft(desk);
  await review(desk, drafted);
  await publishAll(desk, drafted, counted);
  await goOn(desk, drafted);
}

interface Desk {
  readonly db: Database;
  readonly cast: Cast;
  readonly city: StoredCity;
  readonly plan: Plan;
  readonly title: string;
  readonly story: Story;
}

/** A document and the version that stands. */
interface Standing {
  readonly key: DocumentKey;
  readonly version: number;
}

/** The inventory of a year before the plan's. */
interface Earlier {
  readonly key: DocumentKey;
  readonly year: number;
}

interface Drafted {
  readonly plan: Standing;
  readonly inventory: Standing;
}

/** People join the lead, who shares with the network, and begins with what public figures say of earlier years. */
async function invite({ db, cast, city }: Desk, years: readonly Inventory[]): Promise<readonly Earlier[]> {
  const { addInventory, addMember, shareWith, SYSTEM } = await loadStore();
  await db.as(SYSTEM, async (tx) => {
    for (const role of ['editor', 'reviewer', 'viewer'] as const) await addMember(tx, city.id, cast.ids[role], role);
  });
  return db.as(cast.as('lead'), async (tx) => {
    await shareWith(tx, city.id, cast.networkId, ['inventory', 'plan', 'comment']);
    const earlier: Earlier[] = [];
    for (const inventory of years) {
      earlier.push({ key: await addInventory(tx, city.id, inventory, { note: ESTIMATED }), year: inventory.year });
    }
    return earlier;
  });
}

const ESTIMATED = 'Estimated from public figures';

const inventoryTitle = ({ name }: StoredCity, year: number) => `${name}: inventory of ${year}`;

/** The editor writes; where a plan was published before, the lead did that in between. */
async function draft({ db, cast, city, plan, title, story }: Desk): Promise<Drafted> {
  const { addInventory, addPlan, publish } = await loadStore();
  const inventory = baseOf(plan);
  const { base, key } = await db.as(cast.as('editor'), async (tx) => ({
    base: await addInventory(tx, city.id, inventory, { note: ESTIMATED }),
    key: await addPlan(tx, city.id, title, story.before ?? plan),
  }));
  if (story.before) await db.as(cast.as('lead'), (tx) => publish(tx, 'plan', key, 1, `${title}, first version`));
  // Whom to ask is part of what is reviewed; the decision alone is added when the plan is approved.
  const text = writePlan({ ...plan, contact: CONTACT });
  await db.as(cast.as('editor'), async (tx) => {
    await move(tx, 'inventory', base, 1, canonicalJson(inventory), 'review', 'Please look at transport (demo)');
    await move(tx, 'plan', key, story.before ? 2 : 1, text, 'review', 'Ready for review (demo)');
  });
  return { inventory: { key: base, version: 2 }, plan: { key, version: story.before ? 3 : 2 } };
}

/** A version in another state. The text is one that the model has written just now. */
async function move(
  tx: Transaction,
  kind: 'inventory' | 'plan',
  key: DocumentKey,
  basedOn: number,
  text: string,
  state: 'review' | 'approved',
  note: string,
): Promise<void> {
  const { saveVersion } = await loadStore();
  await saveVersion(tx, kind, key, { basedOn, text, state, note });
}

/** @throws {Error} for an example plan without an inventory, which is none */
function baseOf({ inventories, city }: Plan): Inventory {
  const [inventory] = inventories;
  if (!inventory) throw new Error(`the example plan of ${city.name} has no inventory`);
  return inventory;
}

async function review({ db, cast, city, plan }: Desk, drafted: Drafted): Promise<void> {
  const { addComment } = await loadStore();
  const { inventory, plan: reviewed } = drafted;
  const at = { cityId: city.id, kind: 'inventory', subjectId: inventory.key.id, version: inventory.version } as const;
  const adopted = writePlan({ ...plan, adoption: ADOPTION, contact: CONTACT });
  await db.as(cast.as('reviewer'), async (tx) => {
    await addComment(tx, { ...at, place: 'II.1.1/-/-#1:result', body: 'Demo: this estimate comes from national fuel use. Can the fuel stations be asked?' }); // prettier-ignore
    await move(tx, 'inventory', inventory.key, inventory.version, canonicalJson(baseOf(plan)), 'approved', 'Good enough to begin with (demo)'); // prettier-ignore
    await move(tx, 'plan', reviewed.key, reviewed.version, adopted, 'approved', 'Adopted (demo)');
  });
}

async function publishAll(
  { db, cast, city, plan, title, story }: Desk,
  drafted: Drafted,
  earlier: readonly Earlier[],
): Promise<void> {
  const { addPlan, publish } = await loadStore();
  const { inventory, plan: adopted } = drafted;
  await db.as(cast.as('lead'), async (tx) => {
    for (const { key, year } of earlier) await publish(tx, 'inventory', key, 1, inventoryTitle(city, year));
    await publish(tx, 'inventory', inventory.key, inventory.version + 1, inventoryTitle(city, baseOf(plan).year));
    await publish(tx, 'plan', adopted.key, adopted.version + 1, title);
    if (!story.scenario) return;
    const copiedFrom = { id: adopted.key.id, version: adopted.version + 2 };
    await addPlan(tx, city.id, 'The same plan, five years later', fiveYearsLater(plan), { copiedFrom });
  });
}

/** What waiting does: every action as it is planned, begun later. */
function fiveYearsLater(plan: Plan): Plan {
  const later = ({ startYear, size }: Plan['actions'][number]['schedule']) => ({ startYear: startYear + 5, size });
  return { ...plan, actions: plan.actions.map((action) => ({ ...action, schedule: later(action.schedule) })) };
}

/** Work goes on after a publication. */
async function goOn({ db, cast, city, plan, story }: Desk, { inventory, plan: published }: Drafted): Promise<void> {
  if (story.inReview) {
    await db.as(cast.as('editor'), (tx) => addReviewed(tx, city, plan, { id: published.key.id, version: published.version + 2 })); // prettier-ignore
  }
  if (story.collecting) {
    await db.as(cast.as('editor'), (tx) => collect(tx, inventory.key, inventory.version + 2, baseOf(plan)));
  }
}

/** A scenario in review, with a word on why. */
async function addReviewed(
  tx: Transaction,
  city: StoredCity,
  plan: Plan,
  copiedFrom: { readonly id: string; readonly version: number },
): Promise<void> {
  const { addComment, addPlan } = await loadStore();
  const fewer: Plan = { ...plan, actions: plan.actions.map((action, i) => (i % 5 === 0 ? { ...action, schedule: { ...action.schedule, size: 0 } } : action)) }; // prettier-ignore
  const key = await addPlan(tx, city.id, 'With a smaller budget', fewer, { note: 'One action in five left out (demo)', copiedFrom }); // prettier-ignore
  await move(tx, 'plan', key, 1, writePlan(fewer), 'review', 'What does the council think? (demo)');
  await addComment(tx, { cityId: city.id, kind: 'plan', subjectId: key.id, version: 2, body: 'Demo: this one keeps to what the departments can do with the staff they have.' }); // prettier-ignore
}

/** Figures as if from departments, what is said about one of them, and the file behind it. */
async function collect(tx: Transaction, key: DocumentKey, basedOn: number, inventory: Inventory): Promise<void> {
  const { addComment, addEvidence, saveInventory } = await loadStore();
  const at = { cityId: key.cityId, kind: 'inventory', subjectId: key.id } as const;
  const row = 'III.1.1/-/-#1';
  const { version } = await saveInventory(tx, key, { basedOn, inventory: withDemoValues(inventory), note: 'First figures of departments (demo)' }); // prettier-ignore
  const asked = await addComment(tx, { ...at, version, place: `${row}:result`, body: 'Demo: the weighbridge was out of order in March. Is the month left out?' }); // prettier-ignore
  await addComment(tx, { ...at, version, place: `${row}:result`, body: 'Demo: no, the mean of the other months stands in.', replyTo: asked.id }); // prettier-ignore
  await addEvidence(tx, { ...at, place: row, name: 'weighbridge-demo.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode(EVIDENCE) }); // prettier-ignore
}

const EVIDENCE = 'note\n"Demo: a file that stands behind a figure lies here, such as the readings of a weighbridge."\n';
