/** The cities of a network at a glance, as one of its people may see them (migration 14 says what that is). */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import type { Share } from '../rights/rights.ts';

/** Where a city stands: its newest settled inventory, and the plan that stands. */
export interface CityStanding {
  readonly cityId: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** What the city shares, or would share once it is taken in. */
  readonly shares: readonly Share[];
  readonly askedAt: string;
  /** Null while it has not been taken in. */
  readonly acceptedAt: string | null;
  /** Whether the viewer sees what the city has approved; where not, only what is published is known. */
  readonly seesInventory: boolean;
  readonly inventory: InventoryStanding | null;
  readonly seesPlan: boolean;
  readonly plan: PlanStanding | null;
}

export interface InventoryStanding {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly state: 'approved' | 'published';
}

export interface PlanStanding {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Approved: adopted by the council. */
  readonly state: 'approved' | 'published';
  readonly publishedAt: string | null;
  /** What evaluating it said when it was published; null where that was not asked, or it is not published. */
  readonly assessment: PlanAssessment | null;
}

export interface PlanAssessment {
  readonly target: string;
  readonly meetsTarget: boolean;
  /** Findings that are errors or warnings. */
  readonly open: number;
}

/** How complete an inventory is: rows with a figure, rows not estimated (NE), rows that another notation key explains. */
export interface Completeness {
  readonly cityId: string;
  readonly figures: number;
  readonly notEstimated: number;
  readonly explained: number;
}

interface Row {
  readonly cityId: string;
  readonly name: string;
  readonly country: string;
  readonly shares: readonly Share[];
  readonly askedAt: string;
  readonly acceptedAt: string | null;
  readonly seesInventory: boolean;
  readonly seesPlan: boolean;
  readonly inventoryId: string | null;
  readonly inventoryYear: number | null;
  readonly inventoryVersion: number | null;
  readonly inventoryState: 'approved' | 'published' | null;
  readonly planId: string | null;
  readonly planName: string | null;
  readonly planVersion: number | null;
  readonly planState: 'approved' | 'published' | null;
  readonly publishedAt: string | null;
  readonly assessed: boolean;
  readonly target: string | null;
  readonly meetsTarget: boolean | null;
  readonly open: number | null;
}

/**
 * Every city that the viewer sees in a network, those too that ask to join; in no order. Empty for who is not in it.
 *
 * @param these only these cities
 */
export async function listStanding(
  tx: Transaction,
  networkId: string,
  these: readonly string[] | null = null,
): Promise<CityStanding[]> {
  const { rows } = await sql<Row>`
    SELECT city_id AS "cityId", name, country, shares, asked_at AS "askedAt", accepted_at AS "acceptedAt",
      sees_inventory AS "seesInventory", inventory_id AS "inventoryId", inventory_year AS "inventoryYear",
      inventory_version AS "inventoryVersion", inventory_state AS "inventoryState", sees_plan AS "seesPlan", plan_id AS "planId",
      plan_name AS "planName", plan_version AS "planVersion", plan_state AS "planState", published_at AS "publishedAt",
      assessment IS NOT NULL AS assessed, a.j ->> 'target' AS target, (a.j ->> 'meetsTarget')::boolean AS "meetsTarget",
      (SELECT count(*)::integer FROM json_array_elements(a.j -> 'findings') f WHERE f ->> 'severity' <> 'note') AS open
    FROM network_standing(${networkId}, ${these}::uuid[]), LATERAL (SELECT assessment::json AS j) a`.execute(tx);
  return rows.map(standingOf);
}

function standingOf({ inventoryId, planId, ...row }: Row): CityStanding {
  const { cityId, name, country, shares, askedAt, acceptedAt, seesInventory, seesPlan } = row;
  return {
    cityId,
    name,
    country,
    shares,
    askedAt,
    acceptedAt,
    seesInventory,
    inventory:
      inventoryId === null
        ? null
        : { id: inventoryId, year: row.inventoryYear!, version: row.inventoryVersion!, state: row.inventoryState! },
    seesPlan,
    plan: planId === null ? null : planOf(planId, row),
  };
}

function planOf(id: string, row: Omit<Row, 'inventoryId' | 'planId'>): PlanStanding {
  const { target, meetsTarget, open } = row;
  return {
    id,
    name: row.planName!,
    version: row.planVersion!,
    state: row.planState!,
    publishedAt: row.publishedAt,
    assessment: row.assessed ? { target: target!, meetsTarget: meetsTarget!, open: open! } : null,
  };
}

/** How complete the inventories are that `listStanding` names, for some of the cities; those without one are left out. */
export async function listCompleteness(
  tx: Transaction,
  networkId: string,
  cityIds: readonly string[],
): Promise<Completeness[]> {
  if (cityIds.length === 0) return [];
  const { rows } = await sql<Completeness>`
    SELECT city_id AS "cityId", figures::integer, not_estimated::integer AS "notEstimated", explained::integer
    FROM network_completeness(${networkId}, ${cityIds}::uuid[])`.execute(tx);
  return rows;
}
