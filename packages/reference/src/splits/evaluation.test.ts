/** The split beside outside data: inventories of real cities, and energy statistics of Dutch municipalities. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  cellTonnesByRef,
  isGpcRef,
  splitIntoCells,
  type CountryProfile,
  type Inventory,
  type InventoryRow,
  type Missing,
} from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { factorLibrary, loadReference, readTable } from '../node.ts';
import { findCountry } from '../places/find.ts';
import { parseTable } from '../table.ts';
import { parseSplitShares } from './load.ts';

const shared =
  process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const inventoriesFile = `${shared}/data/c40/inventories.csv`;
const municipalitiesFile = `${shared}/data/plans/dutch_municipalities/dutch_municipalities_summary.csv`;

const splits = parseSplitShares(readTable);
const factors = factorLibrary();
const gwpSet = factors.gwpSets.find(({ id }) => id === 'AR5')!;

function readInventories(): Inventory[] {
  const groups = new Map<string, { inventory: Omit<Inventory, 'rows'>; rows: InventoryRow[] }>();
  for (const row of parseTable('inventories', readFileSync(inventoriesFile, 'utf8')).rows) {
    const [city, country, year] = [row.text('city'), row.text('country'), row.number('year')];
    const key = `${city}|${year}`;
    const group = groups.get(key) ?? {
      inventory: { city: { name: city, country }, year, population: row.number('population'), gwpSet: 'AR5' as const },
      rows: [],
    };
    groups.set(key, group);
    const tonnes = row.optionalNumber('co2e_tonnes');
    const missing: Missing = { keys: ['NO'] };
    const ref = row.text('gpc_ref');
    if (!isGpcRef(ref)) continue;
    group.rows.push({ ref, co2eTonnes: tonnes ?? missing, provenance: 'city-value', sources: ['city'] });
  }
  return [...groups.values()].map(({ inventory, rows }) => ({ ...inventory, rows }));
}

describe.skipIf(!existsSync(inventoriesFile))(
  'published inventories (skipped where the evaluation data are not there)',
  () => {
    const reference = loadReference();
    const inventories = existsSync(inventoriesFile) ? readInventories() : [];

    it('are split with every reference unchanged', () => {
      expect(inventories.length).toBeGreaterThan(150);
      for (const inventory of inventories) {
        const { iso3 } = findCountry(reference.places.countries, inventory.city.country);
        const { cells, findings } = splitIntoCells(inventory, reference.country(iso3), splits, factors, { gwpSet });
        const totals = cellTonnesByRef(cells, gwpSet);
        const given: Record<string, number> = {};
        for (const { ref, co2eTonnes } of inventory.rows) {
          if (typeof co2eTonnes === 'number') given[ref] = (given[ref] ?? 0) + co2eTonnes;
        }
        for (const [ref, tonnes] of Object.entries(given)) {
          const difference = Math.abs((totals[ref] ?? 0) - tonnes);
          expect(difference, `${inventory.city.name} ${inventory.year} ${ref}`).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(tonnes)),
          );
        }
        expect(findings.map(({ code }) => code)).not.toContain('split-missing');
      }
    });
  },
);

describe.skipIf(!existsSync(municipalitiesFile))('Dutch municipalities (skipped where the data are not there)', () => {
  it('burn gas and wood at home in the proportion of the default, for most of them', () => {
    const netherlands: CountryProfile = {
      iso3: 'NLD',
      name: 'Netherlands',
      region: 'Europe',
      incomeGroup: 'high',
      heatingDegreeDays: { value: 2_050, unit: '°C·days', source: 'test', provenance: 'default' },
    };
    const errors: number[] = [];
    for (const row of parseTable('municipalities', readFileSync(municipalitiesFile, 'utf8')).rows) {
      const gas = row.optionalNumber('households_final_demand_network_gas_TJ');
      const wood = row.optionalNumber('households_final_demand_wood_pellets_TJ');
      if (gas === undefined || wood === undefined || gas + wood === 0) continue;
      // One tonne at a time: only the proportion matters.
      const { cells } = splitIntoCells(
        {
          city: { name: row.text('area'), country: 'NLD' },
          year: 2023,
          gwpSet: 'AR5',
          rows: [{ ref: 'I.1.1', co2eTonnes: 1, provenance: 'city-value', sources: [] }],
        },
        netherlands,
        splits,
        factors,
        { gwpSet },
      );
      const own = cells.filter(({ ref }) => ref === 'I.1.1');
      const sum = (carrier: string) =>
        own.filter((cell) => cell.carrier === carrier).reduce((total, { amount }) => total + amount, 0);
      errors.push(Math.abs(sum('natural-gas') / (sum('natural-gas') + sum('fuelwood')) - gas / (gas + wood)));
    }
    errors.sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(300);
    // The default is their mean; half of them lie within 5 percentage points of it.
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.05);
  });
});
