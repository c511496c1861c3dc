/** Grid carbon intensity, electricity per head and renewable share by country. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figure, readCsv } from './inputs.ts';
import { collect, type NameLookup, type Series } from './names.ts';
import { rounded, span, writeYears } from './tables.ts';

const MIX = 'national/owid/Electricity_mix_from_BP_EMBER_(2022).csv';
const NEWEST = 'national/grid_emission_factors/ember_average_intensities_tgwf_co2_0.19.0.json';

/** The year Ember's newest yearly averages stand for; the npm package does not date each country. */
const NEWEST_YEAR = 2024;

function column(dir: string, lookup: NameLookup, name: string): Series {
  return collect(
    readCsv(dir, MIX),
    (row) => (row['Entity'] === 'World' ? 'WLD' : lookup(row['Entity']!)),
    'Year',
    (row) => figure(row[name]),
  );
}

/** Write `grid-intensity`, `electricity-per-head` and `renewable-share`. */
export function buildGrid(dir: string, lookup: NameLookup, codes: ReadonlySet<string>): void {
  const intensity = column(dir, lookup, 'Carbon intensity of electricity (gCO2/kWh)');
  const { data } = JSON.parse(readFileSync(join(dir, NEWEST), 'utf8')) as { data: Record<string, number> };
  for (const [place, value] of Object.entries(data)) {
    const iso3 = place === 'WORLD' ? 'WLD' : place;
    if (iso3 !== 'WLD' && !codes.has(iso3)) continue;
    const years = intensity.get(iso3) ?? new Map<number, number>();
    intensity.set(iso3, years.set(NEWEST_YEAR, value));
  }
  writeYears('grid-intensity', intensity, [...span(2000, 2021), NEWEST_YEAR], (v) => rounded(v, 1)!);
  const perHead = column(dir, lookup, 'Per capita electricity (kWh)');
  writeYears('electricity-per-head', perHead, span(2010, 2021), (v) => Math.round(v));
  const renewable = column(dir, lookup, 'Renewables (% electricity)');
  const share = new Map(
    [...renewable].map(([iso3, years]) => [iso3, new Map([...years].map(([y, v]) => [y, v / 100]))]),
  );
  writeYears('renewable-share', share, span(2010, 2021), (v) => rounded(v, 4)!);
}
