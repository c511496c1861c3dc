/** The grid factor of a city: its own, its country's, or a visible assumption. */
import type { Finding } from '../../finding.ts';
import { isMissing, type Inventory } from '../../inventory/types.ts';
import type { CountryProfile } from '../../reference.ts';
import { carrierNamed, toActivityUnit } from './carriers.ts';
import { seriesNear, type GridFactor } from './factor.ts';
import type { SplitOptions } from './types.ts';

/** Grid electricity above this per head is not believed: the grid factor is lifted instead (Iceland and Norway use about 50 and 23 MWh with their smelters). */
const LARGEST_GRID_MWH_PER_HEAD = 25;
/** World average when nothing is known of the country's grid, t CO2/MWh. Judgement from Ember's yearly world means (about 0.48 in 2022). */
const WORLD_GRID = 0.48;

/** The grid factor: the city's own, what its electricity rows imply, the country's, or the world's as a visible assumption. */
export function gridFactorFor(
  inventory: Inventory,
  country: CountryProfile,
  options: SplitOptions,
  findings: Finding[],
): GridFactor {
  const own = options.gridTonnesPerMwh ?? measuredGrid(inventory);
  if (own !== undefined && own > 0) return { tonnesPerMwh: own, provenance: 'city-value', source: 'city' };
  const series = country.gridIntensity;
  const grams = series && seriesNear(series, inventory.year);
  const known = grams !== undefined && grams > 0;
  if (!known) findings.push(gridFinding('grid-factor-missing', country, 'is not known; the world average stands in'));
  const base: GridFactor = known
    ? { tonnesPerMwh: grams / 1_000, provenance: 'default', source: series!.source }
    : { tonnesPerMwh: WORLD_GRID, provenance: 'assumption', source: 'assumption' };
  const floor = smallestBelievableGrid(inventory);
  if (floor === undefined || base.tonnesPerMwh >= floor) return base;
  findings.push(
    gridFinding('grid-factor-lifted', country, 'would put electricity above 25 MWh per head; it is lifted'),
  );
  return { tonnesPerMwh: floor, provenance: 'assumption', source: base.source };
}

function gridFinding(
  code: 'grid-factor-missing' | 'grid-factor-lifted',
  country: CountryProfile,
  problem: string,
): Finding {
  return {
    code,
    severity: 'warning',
    path: ['city', 'country'],
    message: `The grid factor of ${country.name} ${problem}.`,
    remedy: 'Give electricity use in MWh, or the grid factor of your inventory.',
    values: { country: country.iso3 },
  };
}

const scope2 = /^(I\.[1-6]|II\.[1-5])\.2$/;

/** t CO2e per MWh over scope 2 rows that give their electricity; undefined when none does. */
function measuredGrid(inventory: Inventory): number | undefined {
  let tonnes = 0;
  let mwh = 0;
  for (const row of inventory.rows) {
    if (!scope2.test(row.ref) || row.activity?.amount === undefined || isMissing(row.co2eTonnes)) continue;
    const measured = toActivityUnit(row.activity.amount, row.activity.unit);
    if (carrierNamed(row.activity.carrier) !== 'grid-electricity' || measured?.unit !== 'MWh') continue;
    tonnes += row.co2eTonnes;
    mwh += measured.amount;
  }
  return mwh > 0 ? tonnes / mwh : undefined;
}

/** Grid factor below which the inventory's scope 2 would mean more electricity per head than anyone uses. */
function smallestBelievableGrid(inventory: Inventory): number | undefined {
  const population = inventory.population ?? inventory.city.population;
  if (population === undefined || !(population > 0)) return undefined;
  let tonnes = 0;
  for (const { ref, co2eTonnes } of inventory.rows) {
    if (scope2.test(ref) && !isMissing(co2eTonnes)) tonnes += co2eTonnes;
  }
  return tonnes / (population * LARGEST_GRID_MWH_PER_HEAD);
}
