/** Inventories and plans: alike in versions, states and rights, so their operations are made once for both. */
import { z } from '@hono/zod-openapi';
import { planOf, readPlan, writePlan, type Inventory, type Plan } from '@thousand-cities/model';
import {
  addInventory,
  addPlan,
  copyPlan,
  findHead,
  findVersion,
  listInventories,
  listPlans,
  listPublications,
  listVersions,
  publish,
  renamePlan,
  saveInventory,
  savePlan,
  saveVersion,
  VersionConflict,
  type DocumentKey,
  type DocumentKind,
  type Saved as StoredSaved,
  type State,
  type Transaction,
  type Version as StoredVersion,
  type VersionHead as StoredHead,
} from '@thousand-cities/store';
import { assessPlan } from '../assess.ts';
import { operation, type AnyOperation, type Answer, type Work } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { Refused } from '../../refused.ts';
import { found, requireRight } from '../rights-check.ts';
import { cityAnd, CityParams, Document, Head, Id, Name, PageParams, pageSchema, Publication, Saved, Version, VersionHead, VersionNumber } from '../schemas.ts'; // prettier-ignore

const Note = z.string().max(2000).optional();
const TextHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256')
  .openapi({ description: 'Of the text that was looked at; another one is refused.' });

/** The council's decision, written into the plan that it adopts. */
const Adoption = z
  .object({
    body: z.string().trim().min(1).max(300),
    date: z.iso.date(),
    decision: z.string().trim().min(1).max(300).optional(),
    url: z
      .string()
      .max(2000)
      .regex(/^https?:\/\/\S+$/)
      .optional(),
  })
  .openapi('Adoption');

/**
 * States from which each state is reached. A draft can follow anything: work goes on after publication. What was withdrawn may be
 * published again as it is.
 */
const reachedFrom: Readonly<Record<State, readonly State[]>> = {
  draft: ['draft', 'review', 'returned', 'approved', 'published'],
  review: ['draft', 'returned'],
  returned: ['review'],
  approved: ['review'],
  published: ['approved'],
};

interface Kind {
  readonly kind: DocumentKind;
  /** In the path. */
  readonly plural: string;
  /** In operation ids. */
  readonly Name: string;
  add(tx: Transaction, cityId: string, name: string, document: unknown, note?: string): Promise<StoredSaved>;
  save(tx: Transaction, key: DocumentKey, basedOn: number, document: unknown, note?: string): Promise<StoredSaved>;
  list(tx: Transaction, cityId: string): Promise<readonly { readonly id: string }[]>;
}

const inventories: Kind = {
  kind: 'inventory',
  plural: 'inventories',
  Name: 'Inventory',
  add: (tx, cityId, name, document, note) =>
    // The store checks it: what comes from outside is believed by the model or refused.
    addInventory(tx, cityId, document as Inventory, { name, ...(note !== undefined && { note }) }),
  save: (tx, key, basedOn, document, note) =>
    saveInventory(tx, key, { basedOn, inventory: document as Inventory, ...(note !== undefined && { note }) }),
  list: listInventories,
};

const plans: Kind = {
  kind: 'plan',
  plural: 'plans',
  Name: 'Plan',
  add: (tx, cityId, name, document, note) =>
    addPlan(tx, cityId, name, document as Plan, note === undefined ? {} : { note }),
  save: (tx, key, basedOn, document, note) =>
    savePlan(tx, key, { basedOn, plan: document as Plan, ...(note !== undefined && { note }) }),
  list: listPlans,
};

const tag = (version: number): string => `"v${version}"`;
const savedAnswer = ({ id, version, state, sha256 }: StoredSaved) => ({ id, version, state, sha256 });

/** A version as it is asked for: by its head, which tells whether it is known already, to the caller or here. */
export async function sentVersion(
  tx: Transaction,
  { has, versions }: Pick<Work, 'has' | 'versions'>,
  kind: DocumentKind,
  key: DocumentKey,
  version?: number,
): Promise<Answer> {
  const head = found(await findHead(tx, kind, key, version), version === undefined ? kind : 'version');
  const headers = { ETag: tag(head.version) };
  if (has(headers.ETag)) return { headers };
  const kept = versions.find(head);
  if (kept) return { sent: kept, headers };
  // Seen a moment ago, in this transaction.
  return { sent: versions.keep(head, (await findVersion(tx, kind, key, head.version))!), headers };
}

/** @throws {Refused} 412 */
function requireMatch(ifMatch: readonly number[] | undefined, newest: StoredHead): void {
  if (ifMatch === undefined || ifMatch.includes(newest.version)) return;
  throw new Refused(412, 'changed', `the newest version is ${newest.version}, not ${ifMatch}`, { at: ['If-Match'] });
}

function readOperations({ kind, plural, Name, list }: Kind): AnyOperation[] {
  return [
    operation({
      id: `list${plural[0]!.toUpperCase()}${plural.slice(1)}`,
      method: 'get',
      path: `/cities/{cityId}/${plural}`,
      tag: plural,
      summary: `The ${plural} of a city that I may see`,
      asks: 'anyone',
      params: CityParams,
      query: PageParams,
      answer: pageSchema(`${Name}Head`, Head),
      run: ({ params, query, read }) =>
        read(async (tx) => {
          const heads = await list(tx, params.cityId);
          return { body: pageOf(heads.map((head) => ({ name: '', ...head, cityId: undefined })), query, ({ id }) => id) }; // prettier-ignore
        }),
    }),
    operation({
      id: `get${Name}`,
      method: 'get',
      path: `/cities/{cityId}/${plural}/{documentId}`,
      tag: plural,
      summary: 'The newest version that I may see; its ETag is what If-Match takes',
      asks: 'anyone',
      params: cityAnd('documentId'),
      answer: Version,
      run: ({ params, read, has, versions }) => {
        const key = { cityId: params.cityId, id: params.documentId };
        return read((tx) => sentVersion(tx, { has, versions }, kind, key));
      },
    }),
    operation({
      id: `list${Name}Versions`,
      method: 'get',
      path: `/cities/{cityId}/${plural}/{documentId}/versions`,
      tag: plural,
      summary: 'The versions that I may see, newest first',
      asks: 'anyone',
      params: cityAnd('documentId'),
      query: PageParams,
      answer: pageSchema('VersionHead', VersionHead),
      run: ({ params, query, read }) =>
        read(async (tx) => {
          const versions = await listVersions(tx, kind, { cityId: params.cityId, id: params.documentId });
          return { body: pageOf(versions, query, ({ version }) => String(version)) };
        }),
    }),
    operation({
      id: `get${Name}Version`,
      method: 'get',
      path: `/cities/{cityId}/${plural}/{documentId}/versions/{version}`,
      tag: plural,
      summary: 'One version, as it was written',
      asks: 'anyone',
      params: z.object({ cityId: Id, documentId: Id, version: z.coerce.number().int().min(1).max(1_000_000) }),
      answer: Version,
      run: ({ params, read, has, versions }) => {
        const key = { cityId: params.cityId, id: params.documentId };
        return read((tx) => sentVersion(tx, { has, versions }, kind, key, params.version));
      },
    }),
  ];
}

function saveOperations({ kind, plural, Name: name, add, save }: Kind): AnyOperation[] {
  return [
    operation({
      id: `add${name}`,
      method: 'post',
      path: `/cities/{cityId}/${plural}`,
      tag: plural,
      summary: `Begin ${kind === 'plan' ? 'a plan or scenario' : 'the inventory of a year'}`,
      asks: 'person',
      large: kind,
      params: CityParams,
      body: z
        .object({
          name: kind === 'plan' ? Name : z.string().trim().max(200).default(''),
          note: Note,
          document: Document,
        })
        .openapi(`New${name}`),
      answer: Saved,
      created: true,
      problems: [409],
      run: ({ params, body, write }) =>
        write(async (tx) => {
          await requireRight(tx, params.cityId, `${kind}.write`, 'draft');
          const saved = await add(tx, params.cityId, body.name, body.document, body.note);
          const Location = `/api/v1/cities/${params.cityId}/${plural}/${saved.id}`;
          return { status: 201, body: savedAnswer(saved), headers: { Location, ETag: tag(saved.version) } };
        }),
    }),
    operation({
      id: `save${name}`,
      method: 'put',
      path: `/cities/{cityId}/${plural}/{documentId}`,
      tag: plural,
      summary: 'Save the next version; when another came in between, both sides are answered (409)',
      asks: 'person',
      large: kind,
      params: cityAnd('documentId'),
      body: z.object({ basedOn: VersionNumber, note: Note, document: Document }).openapi(`Save${name}`),
      answer: Saved,
      problems: [409, 412],
      run: ({ params, body, write, ifMatch }) =>
        write(async (tx) => {
          const key = { cityId: params.cityId, id: params.documentId };
          await requireRight(tx, params.cityId, `${kind}.write`, 'draft');
          if (ifMatch !== undefined) requireMatch(ifMatch, found(await findHead(tx, kind, key), kind));
          const saved = await save(tx, key, body.basedOn, body.document, body.note);
          return { body: savedAnswer(saved), headers: { ETag: tag(saved.version) } };
        }),
    }),
    operation({
      id: `move${name}`,
      method: 'post',
      path: `/cities/{cityId}/${plural}/{documentId}/state`,
      tag: plural,
      summary: 'Submit for review, return, or approve: the newest version is frozen in the new state',
      asks: 'person',
      params: cityAnd('documentId'),
      body: z
        .object({
          basedOn: VersionNumber,
          to: z.enum(['review', 'returned', 'approved']),
          sha256: TextHash.optional(),
          note: Note,
          ...(kind === 'plan' && { adoption: Adoption.optional() }),
        })
        .openapi(`Move${name}`),
      answer: Saved,
      problems: [409, 412],
      run: ({ params, body, write, ifMatch }) =>
        write(async (tx) => {
          const key = { cityId: params.cityId, id: params.documentId };
          await requireRight(tx, params.cityId, `${kind}.write`, body.to);
          const newest = await movable(tx, kind, key, { ...body, ifMatch });
          const text = 'adoption' in body && body.to === 'approved' ? adopted(newest.text, body.adoption) : newest.text;
          const edit = { basedOn: body.basedOn, text, state: body.to };
          const saved = await saveVersion(tx, kind, key, body.note === undefined ? edit : { ...edit, note: body.note });
          return { body: savedAnswer(saved), headers: { ETag: tag(saved.version) } };
        }),
    }),
    operation({
      id: `publish${name}`,
      method: 'post',
      path: `/cities/{cityId}/${plural}/{documentId}/publication`,
      tag: plural,
      summary:
        'Publish the approved version: anyone may read it. A plan is evaluated first, and what that says is told with it',
      asks: 'person',
      params: cityAnd('documentId'),
      body: z.object({ basedOn: VersionNumber, sha256: TextHash.optional(), title: Name }).openapi(`Publish${name}`),
      answer: Publication,
      created: true,
      problems: [409, 412, 422],
      run: async ({ params, body, read, write, ifMatch, evaluator }) => {
        const key = { cityId: params.cityId, id: params.documentId };
        const to = 'published';
        const check = async (tx: Transaction) => {
          await requireRight(tx, params.cityId, `${kind}.write`, to);
          return movable(tx, kind, key, { ...body, to, ifMatch });
        };
        // Evaluated before the transaction that writes: a version never changes, and the database is not kept waiting. A request
        // that is sent again finds another state here, and its answer there.
        const looked = kind === 'plan' ? await read(check).catch(() => undefined) : undefined;
        const assessment = looked && (await assessPlan(looked, evaluator));
        return write(async (tx) => {
          const { sha256 } = await check(tx);
          if (kind === 'plan' && sha256 !== looked?.sha256) throw new Refused(409, 'changed', 'this came up for publication just now: try again'); // prettier-ignore
          return { status: 201, body: await publish(tx, kind, key, body.basedOn, body.title, assessment) };
        });
      },
    }),
  ];
}

/** The plan with the decision in it. @throws {DomainError} `plan-invalid` */
const adopted = (text: string, adoption: unknown): string =>
  adoption === undefined ? text : writePlan(planOf({ ...readPlan(text), adoption }));

/** A step to another state: of the version that was looked at, whose text may be named by its hash too. */
interface Step {
  readonly to: State;
  readonly basedOn: number;
  readonly sha256?: string | undefined;
  readonly ifMatch: readonly number[] | undefined;
}

/**
 * The newest version, when it is the one that was looked at and can go into a state: the next has its text, to the byte (and,
 * of an adopted plan, the council's decision).
 *
 * @throws {Refused} 409 `wrong-state`, `other-text`; 412
 * @throws {VersionConflict} when another version came in between
 */
async function movable(tx: Transaction, kind: DocumentKind, key: DocumentKey, step: Step): Promise<StoredVersion> {
  const { to, basedOn, ifMatch } = step;
  const newest = found(await findVersion(tx, kind, key), kind);
  requireMatch(ifMatch, newest);
  const isReached = reachedFrom[to].includes(newest.state);
  if (!isReached && !(to === 'published' && (await isWithdrawn(tx, key, newest)))) {
    const from = reachedFrom[to].join(' or ');
    throw new Refused(409, 'wrong-state', `${to} follows ${from}; the newest version is ${newest.state}`, {
      members: { state: newest.state },
    });
  }
  if (newest.version !== basedOn) {
    const looked = await findVersion(tx, kind, key, basedOn);
    throw new VersionConflict(key, looked, (looked ?? newest).text, newest);
  }
  if (step.sha256 !== undefined && step.sha256 !== newest.sha256) {
    throw new Refused(409, 'other-text', `version ${basedOn} has another text than the one that was looked at`, {
      members: { sha256: newest.sha256 },
    });
  }
  return newest;
}

/** Whether a version was published and does not stand any more. */
async function isWithdrawn(tx: Transaction, { cityId, id }: DocumentKey, newest: StoredVersion): Promise<boolean> {
  if (newest.state !== 'published') return false;
  const standing = await listPublications(tx, cityId);
  return !standing.some(({ subjectId, version }) => subjectId === id && version === newest.version);
}

const copyOperation = operation({
  id: 'copyPlan',
  method: 'post',
  path: '/cities/{cityId}/plans/{documentId}/copies',
  tag: 'plans',
  summary: 'Copy a version of a plan as a scenario of its own',
  asks: 'person',
  params: cityAnd('documentId'),
  body: z.object({ name: Name, version: VersionNumber.optional() }).openapi('CopyPlan'),
  answer: Saved,
  created: true,
  problems: [409],
  run: ({ params, body, write }) =>
    write(async (tx) => {
      await requireRight(tx, params.cityId, 'plan.write', 'draft');
      const saved = await copyPlan(tx, { cityId: params.cityId, id: params.documentId }, body.name, body.version);
      const Location = `/api/v1/cities/${params.cityId}/plans/${saved.id}`;
      return { status: 201, body: savedAnswer(saved), headers: { Location, ETag: tag(saved.version) } };
    }),
});

const renameOperation = operation({
  id: 'renamePlan',
  method: 'patch',
  path: '/cities/{cityId}/plans/{documentId}',
  tag: 'plans',
  summary: 'Give a plan or scenario another name',
  asks: 'person',
  params: cityAnd('documentId'),
  body: z.object({ name: Name }).openapi('RenamePlan'),
  problems: [409],
  run: ({ params, body, write }) =>
    write(async (tx) => {
      const key = { cityId: params.cityId, id: params.documentId };
      const { state } = found(await findHead(tx, 'plan', key), 'plan');
      await requireRight(tx, params.cityId, 'plan.write', state);
      await renamePlan(tx, key, body.name);
      return { status: 204 };
    }),
});

export const documentOperations: readonly AnyOperation[] = [
  ...[inventories, plans].flatMap((kind) => [...readOperations(kind), ...saveOperations(kind)]),
  copyOperation,
  renameOperation,
];
