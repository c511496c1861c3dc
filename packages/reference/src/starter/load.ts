/** Loader of the starter coefficients: text tables in, the model’s `StarterCoefficients` out. */
import {
  STARTER_FEATURES,
  STARTER_GROUPS,
  type ClimatePoint,
  type GpcRef,
  type IncomeBand,
  type LogModel,
  type StarterCityFigures,
  type StarterCoefficients,
  type StarterShare,
  type StarterSpread,
  type StarterTerm,
} from '@thousand-cities/model';
import { parseTable, type TableRow } from '../table.ts';
import { readStarterNational } from './national.ts';

type ReadTable = (name: string) => string;

/**
 * Read everything that `starterInventory` needs.
 *
 * @param read text of a table by its name below `tables/`
 * @throws {TableError} for a fault in a table
 */
export function loadStarterCoefficients(read: ReadTable): StarterCoefficients {
  const models = readModels(read);
  const setting = readSettings(read);
  const model = (name: string): LogModel => {
    const found = models.get(name);
    if (found === undefined) throw new Error(`starter/coefficients.csv has no model "${name}"`);
    return found;
  };
  const [fuel, grid, transport, waste] = STARTER_GROUPS.map(model);
  return {
    id: 'starter-1',
    ...loadStarterFacts(read),
    groups: { fuel: fuel!, grid: grid!, transport: transport!, waste: waste! },
    basic: model('basic'),
    blend: { bottomUpWeight: setting('blend-bottom-up'), offset: setting('blend-offset') },
    density: model('density'),
    heating: model('heating'),
    extras: extrasOf(models),
    shares: readShares(read),
    spreads: readSpreads(read),
    widening: {
      smallCity: setting('widening-small-city'),
      cap: setting('widening-cap'),
      newRegion: setting('widening-new-region'),
    },
  };
}

/** The public figures alone, without anything fitted: what a calibration starts from. @throws {TableError} */
export function loadStarterFacts(read: ReadTable): Pick<StarterCoefficients, 'national' | 'cities' | 'climate'> {
  return { national: readStarterNational(read), cities: readCityFigures(read), climate: readClimate(read) };
}

/** Models by name; a model named by a GPC reference is an extra outside BASIC. */
function readModels(read: ReadTable): ReadonlyMap<string, LogModel> {
  const rows = new Map<string, TableRow[]>();
  for (const row of parseTable('starter/coefficients', read('starter/coefficients')).rows) {
    const name = row.text('model');
    const held = rows.get(name);
    if (held === undefined) rows.set(name, [row]);
    else held.push(row);
  }
  return new Map([...rows].map(([name, list]) => [name, modelOf(list)]));
}

function modelOf(rows: readonly TableRow[]): LogModel {
  const of = (kind: string): readonly TableRow[] => rows.filter((row) => row.text('kind') === kind);
  const effects = (kind: string): Record<string, number> =>
    Object.fromEntries(of(kind).map((row) => [row.text('key'), row.number('weight')]));
  const single = (kind: string): number => {
    const [row] = of(kind);
    if (row === undefined) return rows[0]!.fail('kind', `the model has no row of kind "${kind}"`);
    return row.number('weight');
  };
  return {
    intercept: single('intercept'),
    floor: single('floor'),
    terms: of('feature').map(termOf),
    regions: effects('region'),
    countries: effects('country'),
  };
}

function termOf(row: TableRow): StarterTerm {
  return {
    feature: row.oneOf('key', STARTER_FEATURES),
    mean: row.number('mean'),
    sd: row.number('sd'),
    weight: row.number('weight'),
  };
}

function extrasOf(models: ReadonlyMap<string, LogModel>): ReadonlyMap<GpcRef, LogModel> {
  return new Map([...models].filter(([name]) => /^[IVX]+\.\d/.test(name)));
}

function readSettings(read: ReadTable): (name: string) => number {
  const rows = parseTable('starter/settings', read('starter/settings')).rows;
  const values = new Map(rows.map((row) => [row.text('setting'), row.number('value')]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`starter/settings.csv has no setting "${name}"`);
    return value;
  };
}

function readShares(read: ReadTable): readonly StarterShare[] {
  return parseTable('starter/shares', read('starter/shares')).rows.map((row) => ({
    group: row.oneOf('group', STARTER_GROUPS),
    ref: row.text('ref'),
    byBand: {
      low: row.number('low'),
      middle: row.number('middle'),
      high: row.number('high'),
    } satisfies Record<IncomeBand, number>,
  }));
}

function readSpreads(read: ReadTable): ReadonlyMap<string, StarterSpread> {
  const rows = parseTable('starter/spreads', read('starter/spreads')).rows;
  return new Map(rows.map((row) => [row.text('what'), { low: row.number('low'), high: row.number('high') }]));
}

function readClimate(read: ReadTable): readonly ClimatePoint[] {
  return parseTable('starter/climate-points', read('starter/climate-points')).rows.map((row) => {
    const cdd = row.optionalNumber('cdd_23c');
    return {
      latitude: row.number('latitude'),
      longitude: row.number('longitude'),
      hdd: row.number('hdd_15_5c'),
      ...(cdd !== undefined && { cdd }),
    };
  });
}

function readCityFigures(read: ReadTable): ReadonlyMap<string, StarterCityFigures> {
  const regions = new Map(
    parseTable('starter/grid-regions', read('starter/grid-regions')).rows.map((row) => [
      row.text('region'),
      row.number('ratio_to_national'),
    ]),
  );
  const figures = new Map<string, StarterCityFigures>();
  for (const row of parseTable('starter/city-figures', read('starter/city-figures')).rows) {
    figures.set(row.text('geoname_id'), cityFiguresOf(row, regions));
  }
  return figures;
}

function cityFiguresOf(row: TableRow, regions: ReadonlyMap<string, number>): StarterCityFigures {
  const areaKm2 = row.optionalNumber('area_km2');
  const value = row.optionalNumber('population');
  const region = row.optionalText('grid_region');
  const agglomerationRatio = row.optionalNumber('agglomeration_ratio');
  const gridRatio = region === undefined ? undefined : regions.get(region);
  if (region !== undefined && gridRatio === undefined)
    row.fail('grid_region', `"${region}" is not in grid-regions.csv`);
  return {
    ...(areaKm2 !== undefined && { areaKm2 }),
    ...(value !== undefined && {
      population: { value, year: row.number('population_year'), source: row.text('population_source') },
    }),
    ...(gridRatio !== undefined && { gridRatio }),
    ...(agglomerationRatio !== undefined && { agglomerationRatio }),
  };
}
