/** The way of a city as a value: which steps are done, which one is next. */
import type { State } from '../../shared/client/client.ts';

/** What a list says of a document. */
export interface Head {
  readonly id: string;
  readonly name: string;
  readonly year?: number;
  readonly state: State;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly publishedVersion: number | null;
}

export type StepId = 'inventory' | 'approval' | 'plan' | 'adoption' | 'published';
export type Standing = 'done' | 'next' | 'later';

export interface Step {
  readonly id: StepId;
  readonly standing: Standing;
  /** The document the step is about; absent where there is none yet. */
  readonly documentId?: string;
}

/** Newest year first. */
const byYear = (one: Head, other: Head) => (other.year ?? 0) - (one.year ?? 0);
/** The document that has come furthest: published, else approved, else the one in review, else the one saved most often. */
const furthest = (one: Head, other: Head) => rank(other) - rank(one) || other.version - one.version;

function rank({ publishedVersion, approvedVersion, state }: Head): number {
  if (publishedVersion !== null) return 3;
  if (approvedVersion !== null) return 2;
  return state === 'review' ? 1 : 0;
}

/** The inventory of the newest year. */
export const newestOf = (inventories: readonly Head[]): Head | undefined => inventories.toSorted(byYear)[0];

/** The plan that has come furthest. */
export const furthestOf = (plans: readonly Head[]): Head | undefined => plans.toSorted(furthest)[0];

/**
 * Steps from inventory to a published plan. A step is done by what exists, in whatever order it came about; the first that is
 * not done is next.
 */
export function stepsOf(inventories: readonly Head[], plans: readonly Head[]): readonly Step[] {
  const inventory = newestOf(inventories);
  const approved = inventories.find(({ approvedVersion }) => approvedVersion !== null);
  const plan = furthestOf(plans);
  // A first draft is made with the city; working on it is what counts.
  const isWorkedOn = ({ version, state }: Head) => version > 1 || state !== 'draft';
  const facts: readonly { id: StepId; done: boolean; document: Head | undefined }[] = [
    { id: 'inventory', done: inventories.some(isWorkedOn), document: inventory },
    { id: 'approval', done: approved !== undefined, document: approved ?? inventory },
    { id: 'plan', done: plans.some(isWorkedOn), document: plan },
    { id: 'adoption', done: plans.some(({ approvedVersion }) => approvedVersion !== null), document: plan },
    { id: 'published', done: plans.some(({ publishedVersion }) => publishedVersion !== null), document: plan },
  ];
  const next = facts.findIndex(({ done }) => !done);
  return facts.map(({ id, done, document }, index) => ({
    id,
    standing: done ? 'done' : index === next ? 'next' : 'later',
    ...(document && { documentId: document.id }),
  }));
}
