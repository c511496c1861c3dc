/** The thousand's document put together from the figures of each city, in columns. */
import {
  DRAFT_YEARS,
  NETWORK_GASES,
  THOUSAND_SCHEMA,
  THOUSAND_VERSION,
  type NetworkGas,
  type TargetKind,
  type ThousandData,
  type ThousandTarget,
} from '@thousand-cities/model';
import type { ReferenceSet } from '@thousand-cities/reference';
import { KNOTS, LIBRARY_TARGET, type CityFigures } from './figures.ts';
import { membersOf } from './members.ts';

export const THOUSAND_COMMAND = 'node scripts/run.mjs scripts/thousand-data.ts';

type City = ReferenceSet['gazetteer']['thousand'][number];

/** A city with its figures, in the order of the thousand. */
export interface DocumentCity {
  readonly city: City;
  readonly figures: CityFigures;
}

/** Put the document together. */
export function documentOf(rows: readonly DocumentCity[], reference: ReferenceSet): ThousandData {
  const column = <T>(of: (row: DocumentCity) => T): readonly T[] => rows.map(of);
  const cells = (of: (figures: CityFigures) => readonly number[]) => rows.flatMap(({ figures }) => of(figures));
  const members = membersOf(
    rows.map(({ city }) => city),
    reference,
  );
  return {
    schema: THOUSAND_SCHEMA,
    version: THOUSAND_VERSION,
    reference: { id: reference.id, hash: reference.hash },
    madeBy: THOUSAND_COMMAND,
    licence: 'CC-BY-4.0',
    gwpSet: 'AR5',
    knots: KNOTS,
    ...members.document,
    cities: {
      id: column(({ city }) => city.id),
      name: column(({ city }) => city.name),
      iso3: members.iso3,
      region: members.region,
      lat: column(({ city }) => city.lat),
      lon: column(({ city }) => city.lon),
      locode: column(({ city }) => city.locode ?? ''),
      population: column(({ figures }) => figures.population),
      inventoryKind: column(() => 'starter' as const),
      inventoryYear: column(({ figures }) => figures.inventoryYear),
      low: column(({ figures }) => Math.round(figures.interval.low)),
      high: column(({ figures }) => Math.round(figures.interval.high)),
    },
    weights: byGas((gas) => column(({ figures }) => figures.weights[gas])),
    paths: byGas((gas) => cells(({ paths }) => paths[gas])),
    grid: cells(({ grid }) => grid),
    generation: cells(({ generation }) => generation),
    counted: {
      boundary: 'basic',
      co2e: cells(({ counted }) => counted.co2e),
      co2: cells(({ counted }) => counted.co2),
    },
    targets: targetsOf(rows),
    library: {
      target: LIBRARY_TARGET,
      method: 'optimal',
      startYear: DRAFT_YEARS.start,
      ratios: byGas((gas) => cells(({ library }) => library.ratios[gas])),
      grid: cells(({ library }) => library.grid),
      generation: cells(({ library }) => library.generation),
      counted: cells(({ library }) => library.counted),
    },
  };
}

/** A column of ceilings for every kind that at least one city has. */
function targetsOf(rows: readonly DocumentCity[]): ThousandData['targets'] {
  const kinds = new Set(rows.flatMap(({ figures }) => figures.targets.map(({ kind }) => kind)));
  const columnOf = (kind: TargetKind): ThousandTarget => {
    const own = rows.map(({ figures }) => figures.targets.find((target) => target.kind === kind));
    const { counts, milestones } = own.find((target) => target !== undefined)!;
    return {
      counts,
      milestones,
      ceilings: own.flatMap((target): readonly (number | null)[] => target?.ceilings ?? KNOTS.map(() => null)),
    };
  };
  return Object.fromEntries([...kinds].map((kind) => [kind, columnOf(kind)]));
}

function byGas<T>(of: (gas: NetworkGas) => T): Record<NetworkGas, T> {
  return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as Record<NetworkGas, T>;
}
