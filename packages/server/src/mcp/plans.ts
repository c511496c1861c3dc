/** The plan that a tool is asked about: stored in the workspace, a file of a folder, or the document itself. */
import { createHash } from 'node:crypto';
import { planOf, type Plan } from '@thousand-cities/model';
import { z } from '@hono/zod-openapi';
import { Id, VersionNumber } from '../workspace/schemas.ts';
import type { Ask } from './ask.ts';

/** A folder of plan files on the machine of the caller. */
export interface PlanFolder {
  /** Names of the plan files in it, with `/` between folders. */
  list(): readonly string[];
  /** @throws {DomainError} `plan-invalid`, `not-found` for what is no plan file of the folder */
  read(name: string): Plan;
}

export interface PlanSource {
  /** What a caller may name. */
  readonly argument: z.ZodType<PlanName>;
  /** @throws {DomainError} @throws {ToolRefusal} */
  find(name: PlanName): Promise<Plan>;
}

/** One of these. */
export interface PlanName {
  readonly cityId?: string | undefined;
  readonly planId?: string | undefined;
  readonly version?: number | undefined;
  readonly file?: string | undefined;
  readonly document?: Record<string, unknown> | undefined;
}

const Stored = z.strictObject({ cityId: Id, planId: Id, version: VersionNumber.optional() }).describe('A plan of the workspace; the newest version that may be seen unless one is named'); // prettier-ignore
const File = z.strictObject({ file: z.string().min(1).max(1000) }).describe('A plan file of the folder by its whole name, such as semarang.plan.json; the resources list them'); // prettier-ignore
const Whole = z.strictObject({ document: z.record(z.string(), z.unknown()) }).describe('A whole plan document');

/** Plans read lately, so that asking again of the same version is not reading again. */
const KEPT = 8;

/** Where plans come from, by what there is to ask. */
export function planSource({
  ask,
  folder,
}: {
  readonly ask?: Ask | undefined;
  readonly folder?: PlanFolder | undefined;
}): PlanSource {
  // prettier-ignore
  const kinds = [...(ask ? [Stored] : []), ...(folder ? [File] : []), Whole];
  const forms = [...(ask ? ['{"cityId": …, "planId": …, "version": …} (ids from list_cities and list_plans; without version the newest)'] : []), ...(folder ? ['{"file": "semarang.plan.json"} (names from the resources)'] : []), '{"document": {…}} (a whole plan)']; // prettier-ignore
  const kept = new Map<string, Plan>();
  const read = (document: unknown): Plan => {
    const key = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    const plan = kept.get(key) ?? planOf(document);
    kept.delete(key);
    kept.set(key, plan);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return plan;
  };
  return {
    argument: z.union(kinds as unknown as [typeof Whole], { error: `name a plan as one of ${forms.join(', ')}` }) as unknown as z.ZodType<PlanName>, // prettier-ignore
    find: async ({ file, document, ...stored }) => {
      if (document) return read(document);
      if (file !== undefined) return folder!.read(file);
      return read((await storedVersion(ask!, 'plans', { ...stored, id: stored.planId! })).document);
    },
  };
}

/** A version as the API gives it. */
export interface StoredVersion {
  readonly version: number;
  readonly document: Record<string, unknown>;
}

/** A version of a stored document. @throws {ToolRefusal} */
export async function storedVersion(
  ask: Ask,
  kind: 'plans' | 'inventories',
  { cityId, id, version }: { readonly cityId?: string | undefined; readonly id: string; readonly version?: number | undefined }, // prettier-ignore
): Promise<StoredVersion> {
  const path = `/cities/${cityId}/${kind}/${id}${version === undefined ? '' : `/versions/${version}`}`;
  return (await ask({ method: 'GET', path })) as StoredVersion;
}
