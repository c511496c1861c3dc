/** From the text of a plan file to a plan the model believes, and back: reading, migration, cross-checks, canonical writing. */
import type { z } from 'zod';
import { DomainError, type Place } from '../errors.ts';
import type { Inventory } from '../inventory/types.ts';
import { endsTooEarly, issueText, placeText, rowAndColumn } from './issue.ts';
import { migrate, type Migration } from './migrate.ts';
import { inventorySchema, planSchema } from './schema.ts';
import { PLAN_SCHEMA, PLAN_VERSION, type Plan } from './types.ts';

/** Steps from earlier versions by the version they start from. Version 1 is the first that was ever written to a file. */
const migrations: Readonly<Record<number, Migration>> = {
  // Delivery, adoption and contact came with 2: a plan of version 1 has none, and is one of version 2 as it stands.
  1: (document) => ({ ...document, version: 2 }),
};

/**
 * Read a plan document from text.
 *
 * @throws {DomainError} `plan-invalid` (not JSON, truncated, wrong shape, dangling reference; `at` is the place),
 *   `plan-newer` when the file was written by a later version of the program.
 */
export function readPlan(text: string): Plan {
  return planOf(parse(text));
}

function parse(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') throw new DomainError('plan-invalid', 'the file is empty; a plan is a JSON document');
  if (!body.trimStart().startsWith('{')) {
    throw new DomainError('plan-invalid', 'not a plan: it does not begin with "{", as a JSON document does');
  }
  try {
    return JSON.parse(body) as unknown;
  } catch (cause) {
    throw new DomainError('plan-invalid', `not a plan: ${faultOf(body, (cause as Error).message)}`, [], { cause });
  }
}

/** Why a text is no JSON. Engines say where in words of their own; where they do not, their message stands. */
function faultOf(body: string, message: string): string {
  if (endsTooEarly(body)) return 'the document ends too early, as a truncated download does';
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? message : `the JSON is broken in ${rowAndColumn(body, Number(position))}`;
}

/**
 * Check a parsed JSON value and bring it to the present version.
 *
 * @throws {DomainError} as `readPlan`.
 */
export function planOf(value: unknown): Plan {
  const plan: Plan = checked(planSchema, present(value), value);
  crossCheck(plan);
  return plan;
}

/**
 * Check the parsed JSON of one inventory, as it stands in a plan.
 *
 * @throws {DomainError} `plan-invalid`; `at` is the place in the inventory
 */
export function inventoryOf(value: unknown): Inventory {
  return checked(inventorySchema, value, value);
}

/** The value a schema finds; a refusal names the fault in the document as it was given. */
function checked<T>(schema: z.ZodType<T>, value: unknown, given: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A misspelt name is two faults, a missing field and an unknown one; the unknown one shows what to mend.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!;
  const at = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const more = issues.length - 1;
  const others = more === 0 ? '' : ` (and ${more} more ${more === 1 ? 'fault' : 'faults'})`;
  throw new DomainError('plan-invalid', `${placeText(at, given)}: ${issueText(issue, given)}${others}`, at);
}

function present(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DomainError('plan-invalid', 'a plan is a JSON object');
  }
  const document = value as Record<string, unknown>;
  if (document['schema'] !== PLAN_SCHEMA) {
    throw new DomainError('plan-invalid', `"schema" is not "${PLAN_SCHEMA}": this is some other document`, ['schema']);
  }
  // A plan printed with its outcome is still a plan: results are worked out anew, never read.
  const { outcome: _outcome, optimisation: _optimisation, ...plan } = document;
  return migrate(plan, migrations, PLAN_VERSION);
}

const placeName = (at: Place) => (at.length === 0 ? 'the document' : at.join('.'));

/** Everything a plan names must be in it: drivers of cells, parents of derived cells, prices, targets, actions, sources. */
function crossCheck(plan: Plan): void {
  const { cells, drivers, baseYear, horizonYear } = plan.baseline;
  if (horizonYear < baseYear) refuse(['baseline', 'horizonYear'], `is before the base year ${baseYear}`);
  const driverIds = unique(drivers, ['baseline', 'drivers']);
  const cellIds = unique(cells, ['baseline', 'cells']);
  const actionIds = unique(plan.actions, ['actions']);
  const targetIds = unique(plan.targets, ['targets']);
  if (!targetIds.has(plan.mainTarget)) refuse(['mainTarget'], `names no target of the plan: "${plan.mainTarget}"`);
  cells.forEach((cell, i) => {
    const at = ['baseline', 'cells', i];
    for (const id of [...cell.activityDrivers, ...cell.intensityDrivers]) {
      if (!driverIds.has(id)) refuse(at, `names a driver that is not in the plan: "${id}"`);
    }
    if (cell.derivedFrom && !cellIds.has(cell.derivedFrom.cell)) {
      refuse(at, `is derived from a cell that is not in the plan: "${cell.derivedFrom.cell}"`);
    }
    if (cell.price !== undefined && !Object.hasOwn(plan.finance.prices, cell.price)) {
      refuse(at, `names a price that is not in the plan: "${cell.price}"`);
    }
    if (cell.amount < 0 && !cell.sink) refuse([...at, 'amount'], 'is negative, and the cell is not a sink');
    const below = Object.entries(cell.factors).find(([, factor]) => factor! < 0);
    if (below && !cell.sink) refuse([...at, 'factors', below[0]], 'is negative, and the cell is not a sink');
  });
  drivers.forEach(({ points }, i) => {
    const late = points.findIndex((point, k) => k > 0 && point.year <= points[k - 1]!.year);
    if (late > 0) refuse(['baseline', 'drivers', i, 'points', late], `the years of a driver ascend; this is not after ${points[late - 1]!.year}`); // prettier-ignore
  });
  plan.actions.forEach((action, i) => {
    for (const id of [...(action.requires ?? []), ...(action.excludes ?? [])]) {
      if (!actionIds.has(id)) refuse(['actions', i], `names an action that is not in the plan: "${id}"`);
    }
    const paid = action.payers.city + action.payers.national + action.payers.households + action.payers.business;
    if (Math.abs(paid - 1) > 1e-6) refuse(['actions', i, 'payers'], `shares sum to ${paid}, not 1`);
  });
}

function unique(items: readonly { readonly id: string }[], at: Place): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, i) => {
    if (seen.has(item.id)) refuse([...at, i], `repeats the id "${item.id}"`);
    seen.add(item.id);
  });
  return seen;
}

function refuse(at: Place, message: string): never {
  throw new DomainError('plan-invalid', `${placeName(at)}: ${message}`, at);
}

/** Write JSON with keys in a fixed order (sorted), so that equal values give equal bytes. Two spaces, final newline. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** The text of a plan file. Reading it back gives the same plan. */
export function writePlan(plan: Plan): string {
  return canonicalJson(plan);
}
