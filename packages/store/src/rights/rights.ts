/** Who may do what: one table. The database holds the same (migration 0004; a test compares) and enforces it. */

export type CityRole = 'lead' | 'editor' | 'reviewer' | 'viewer';
export type NetworkRole = 'secretariat' | 'national-coordinator' | 'validator';
export type Role = CityRole | NetworkRole | 'public';

export const CITY_ROLES: readonly CityRole[] = ['lead', 'editor', 'reviewer', 'viewer'];
export const NETWORK_ROLES: readonly NetworkRole[] = ['secretariat', 'national-coordinator', 'validator'];
export const ROLES: readonly Role[] = [...CITY_ROLES, ...NETWORK_ROLES, 'public'];

/** How far a version of a document has come, which decides who sees it. For a plan, approved means adopted by the council. */
export type State = 'draft' | 'review' | 'returned' | 'approved' | 'published';
export const STATES: readonly State[] = ['draft', 'review', 'returned', 'approved', 'published'];

/** Actions on versions of documents, by state: reading one, and adding one in that state. */
export type DocumentAction = 'inventory.read' | 'inventory.write' | 'plan.read' | 'plan.write';
export const DOCUMENT_ACTIONS: readonly DocumentAction[] = [
  'inventory.read',
  'inventory.write',
  'plan.read',
  'plan.write',
];

/** Actions on what has no state. */
export type PlainAction =
  | 'city.edit'
  | 'members.read'
  | 'members.edit'
  | 'base-year.edit'
  | 'shares.read'
  | 'shares.edit'
  | 'comment.read'
  | 'comment.write'
  | 'evidence.read'
  | 'evidence.write'
  | 'audit.read'
  | 'audit.write'
  | 'webhooks.edit'
  | 'network.read'
  | 'network.edit'
  | 'network.accept';
export type Action = DocumentAction | PlainAction;

/** What a network may be shown, city by city. A network role has its rights only where the city shares the subject. */
export type Share = 'inventory' | 'plan' | 'comment' | 'evidence';
export const SHARES: readonly Share[] = ['inventory', 'plan', 'comment', 'evidence'];

const all = STATES;
const settled: readonly State[] = ['approved', 'published'];

/** Reading is alike for inventories and plans, and so is writing. */
const readers: Readonly<Record<Role, readonly State[]>> = {
  lead: all,
  editor: all,
  reviewer: all,
  viewer: all,
  secretariat: settled,
  'national-coordinator': settled,
  validator: settled,
  public: ['published'],
};
const writers: Readonly<Partial<Record<Role, readonly State[]>>> = {
  lead: all,
  editor: ['draft', 'review'],
  reviewer: ['returned', 'approved'],
};

/** Document actions: role → states. A role that is not named may not. */
export const DOCUMENT_RIGHTS: Readonly<Record<DocumentAction, Readonly<Partial<Record<Role, readonly State[]>>>>> = {
  'inventory.read': readers,
  'inventory.write': writers,
  'plan.read': readers,
  'plan.write': writers,
};

/** Plain actions: who may. */
export const PLAIN_RIGHTS: Readonly<Record<PlainAction, readonly Role[]>> = {
  'city.edit': ['lead'],
  'members.read': CITY_ROLES,
  'members.edit': ['lead'],
  'base-year.edit': ['lead', 'editor'],
  'shares.read': CITY_ROLES,
  'shares.edit': ['lead'],
  'comment.read': [...CITY_ROLES, 'validator'],
  'comment.write': ['lead', 'editor', 'reviewer', 'validator'],
  'evidence.read': [...CITY_ROLES, 'validator'],
  'evidence.write': ['lead', 'editor'],
  'audit.read': ['lead', 'reviewer'],
  'audit.write': ['lead', 'editor', 'reviewer'],
  'webhooks.edit': ['lead'],
  'network.read': NETWORK_ROLES,
  'network.edit': ['secretariat'],
  'network.accept': ['secretariat', 'national-coordinator'],
};

/** One line of the table as the database has it. `state` is '' for plain actions. */
export interface Right {
  readonly role: Role;
  readonly action: Action;
  readonly state: State | '';
}

/** The whole table, line by line. */
export function allRights(): Right[] {
  const documents = DOCUMENT_ACTIONS.flatMap((action) =>
    ROLES.flatMap((role) => (DOCUMENT_RIGHTS[action][role] ?? []).map((state): Right => ({ role, action, state }))),
  );
  const plain = (Object.keys(PLAIN_RIGHTS) as PlainAction[]).flatMap((action) =>
    PLAIN_RIGHTS[action].map((role): Right => ({ role, action, state: '' })),
  );
  return [...documents, ...plain];
}

/** Whether a role may do something, to be asked by doors that draw buttons. What counts is what the database says. */
export function mayDocument(role: Role, action: DocumentAction, state: State): boolean {
  return DOCUMENT_RIGHTS[action][role]?.includes(state) ?? false;
}

/** The same for actions without a state. */
export function mayPlain(role: Role, action: PlainAction): boolean {
  return PLAIN_RIGHTS[action].includes(role);
}
