/** Every finding there is and the values it carries, room by room: what a translated sentence may count on. */

/**
 * What a value is, so that a door can write it in the reader's language: `figure` any number, `share` of one, `count` of things, `year`;
 * `text` stands as it is; the rest are identities that have names.
 */
export type FindingValueKind =
  'text' | 'refs' | 'count' | 'figure' | 'share' | 'year' | 'carrier' | 'sector' | 'target';

type Table = Readonly<Record<string, Readonly<Record<string, FindingValueKind>>>>;

const perHead = { perHead: 'figure', low: 'figure', high: 'figure' } as const;
const perSector = { sector: 'sector', perHead: 'figure', nation: 'figure' } as const;
const sinceYear = { then: 'figure', now: 'figure', before: 'year', year: 'year' } as const;
const ofFuel = { carrier: 'carrier', perMwh: 'figure', low: 'figure', high: 'figure' } as const;
const ofGrid = { perMwh: 'figure', national: 'figure' } as const;

/** Of the plausibility checks of an inventory. All of them carry `refs` and `count` besides. */
export const INVENTORY_FINDINGS = {
  'reference-unknown': {},
  'negative-emissions': { tonnes: 'figure' },
  'not-finite': {},
  'negative-gas': { species: 'text' },
  'gases-disagree': { tonnes: 'figure', fromGases: 'figure', set: 'text' },
  'biogenic-in-total': { biogenic: 'figure' },
  'biogenic-as-fossil': { carrier: 'carrier' },
  'interval-disagrees': { tonnes: 'figure', low: 'figure', high: 'figure' },
  'bare-zero': {},
  'repeated-figure': { tonnes: 'figure' },
  'duplicate-row': {},
  'ne-unexplained': {},
  'c-unexplained': {},
  'ie-unnamed': {},
  'ie-unknown': { target: 'text' },
  'ie-empty': { target: 'text' },
  'ie-circle': {},
  'keys-contradict': { keys: 'text' },
  'key-beside-figure': {},
  'population-missing': {},
  'population-zero': {},
  'per-head-outlier': perHead,
  'unit-slip-total': perHead,
  'sector-per-head-outlier': perSector,
  'unit-slip-sector': perSector,
  'negative-credits': { kind: 'text', tonnes: 'figure' },
  'year-twice': { year: 'year' },
  'year-gap': { from: 'year', to: 'year' },
  'sudden-jump': sinceYear,
  'unit-slip-years': sinceYear,
  /** `change`: `began` or `ceased`. */
  'occurrence-changed': { change: 'text', before: 'year', year: 'year' },
  'copied-year': { same: 'count', of: 'count', before: 'year' },
  'gwp-set-changed': { was: 'text', before: 'year', now: 'text', year: 'year' },
  'population-jump': sinceYear,
  /** `losses`: `denied` or `left-out`. */
  'scope2-without-losses': { losses: 'text' },
  'losses-too-large': { share: 'share', use: 'text' },
  'loss-rates-disagree': { low: 'share', high: 'share' },
  'grid-factors-disagree': { perMwh: 'figure', other: 'figure', otherRef: 'text' },
  'grid-factor-far': ofGrid,
  'unit-slip-grid': ofGrid,
  'fuel-factor-impossible': ofFuel,
  'unit-slip-fuel': ofFuel,
  'unit-slip-rows': { carrier: 'carrier', unit: 'text', factor: 'figure', other: 'figure' },
  'generation-twice': {},
  'no-electricity': {},
  'gas-without-leakage': {},
  'waste-mass-balance': perHead,
  'no-waste-disposal': {},
  'no-wastewater': {},
  'waste-twice': { tonnes: 'figure' },
} as const satisfies Table;

/** Of the evaluation of a plan. */
export const PLAN_FINDINGS = {
  'target-missed': {
    target: 'target',
    first: 'year',
    by: 'figure',
    worstYear: 'year',
    worst: 'figure',
    unit: 'text',
  },
  'budget-exceeded': { target: 'target', by: 'figure', from: 'year', unit: 'text' },
  'target-not-computed': { target: 'target' },
  'cells-differ': { cells: 'figure', inventory: 'figure', year: 'year' },
  'inventory-incomplete': { refs: 'refs', year: 'year' },
  'rests-on-defaults': { percent: 'count', year: 'year' },
  'other-reference': { was: 'text', now: 'text' },
  'spent-over-budget': { lines: 'count', by: 'figure' },
} as const satisfies Table;

/** Of reading a table or workbook that holds inventories. */
export const FILE_FINDINGS = {
  'column-ignored': { column: 'text' },
  'gwp-set-assumed': { set: 'text' },
  'macros-ignored': {},
  'links-ignored': {},
  'landfill-first-order-decay': { ref: 'text' },
  'landfill-methane-commitment': { ref: 'text' },
} as const satisfies Table;

/** Of the sum of a network. */
export const NETWORK_FINDINGS = {
  'network-exceeds-world': { species: 'text', year: 'year' },
  'network-begins-after-budget': { fromYear: 'year', firstYear: 'year' },
  'network-duplicate-city': { id: 'text', name: 'text' },
  'network-plan-set-aside': { id: 'text', name: 'text', larger: 'text', tonnes: 'figure' },
  'network-contains-circle': { ids: 'text' },
  'network-locode-of-many': { locode: 'text', count: 'count' },
  'network-grid-share-capped': { count: 'count', cities: 'text' },
  'network-horizon': { share: 'share', lastYear: 'year' },
  'network-attribution-residual': { year: 'year', share: 'share' },
} as const satisfies Table;

/** Of splitting an inventory, of recalculation by rule, and of the climate: only the command line says them. */
export const DESK_FINDINGS = {
  'change-unexplained': { ref: 'text', differenceTonnes: 'figure' },
  'losses-standalone': { ref: 'text' },
  'reference-without-cells': { ref: 'text', keys: 'text' },
  'split-missing': { ref: 'text' },
  'activity-not-used': { ref: 'text' },
  'negative-row': { ref: 'text' },
  'grid-factor-missing': { country: 'text' },
  'grid-factor-lifted': { country: 'text' },
  'country-unknown': { country: 'text' },
  'gases-not-given': { city: 'text', gases: 'text' },
  'plan-leaves-gases': { city: 'text', gases: 'text' },
  'emissions-net-negative': { scenarios: 'count', firstYear: 'year' },
  'emissions-below-zero': { species: 'count' },
  'climate-history-differs': {
    scenario: 'text',
    species: 'text',
    year: 'year',
    given: 'figure',
    expected: 'figure',
  },
  'climate-cross-check': { year: 'year', model: 'figure', estimate: 'figure', tolerance: 'share' },
  'climate-cross-check-not-applicable': { year: 'year', reason: 'text' },
  'climate-changes-end': { species: 'count' },
} as const satisfies Table;

const all = { ...INVENTORY_FINDINGS, ...PLAN_FINDINGS, ...FILE_FINDINGS, ...NETWORK_FINDINGS, ...DESK_FINDINGS };

export type FindingCode = keyof typeof all;
export type InventoryFindingCode = keyof typeof INVENTORY_FINDINGS;
export type OutcomeFindingCode = keyof typeof PLAN_FINDINGS;

/** Values of a code; a finding may carry more than its sentence asks for. */
export type FindingValues<C extends FindingCode> = {
  readonly [K in keyof (typeof all)[C]]: (typeof all)[C][K] extends 'figure' | 'share' | 'count' | 'year'
    ? number
    : string;
} & Readonly<Record<string, string | number>>;

/** What each value of a code is; nothing for a code that is not known here. */
export function findingValueKinds(code: string): Readonly<Record<string, FindingValueKind>> {
  return Object.hasOwn(all, code) ? all[code as FindingCode] : {};
}
