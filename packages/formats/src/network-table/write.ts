/** A network as the table that `readNetworkTable` reads. */
import { DomainError, NETWORK_GASES, type CityPaths, type NetworkGas } from '@thousand-cities/model';
import { csvCell } from '../text/csv-cell.ts';
import { CO2E_PATHS, GAS_NAMES } from './paths.ts';

const WORDS = 'city,country,id,locode,latitude,longitude,population,region,contains,inventory,inventory_year,reported_share,gwp_set,gwp_ch4,gwp_n2o,path,gas,unit'; // prettier-ignore

/** What `CityPaths.gwpSet` means when it is absent. */
const SET_WHEN_ABSENT = 'AR6';

/**
 * Write cities line by line. Figures read back to the same bits in the years that are written; between them the reader draws
 * straight lines. Targets, shares of actions and findings have no place in the table.
 *
 * @param years ascending; the first and last year of every city are among them
 * @throws {DomainError} `year-outside-plan` for a city whose first or last year is not
 */
export function* writeNetworkTable(cities: Iterable<CityPaths>, years: readonly number[]): Generator<string> {
  yield `${WORDS},${years.join(',')}\n`;
  for (const city of cities) {
    for (const year of [city.firstYear, city.lastYear]) {
      if (years.includes(year)) continue;
      throw new DomainError('year-outside-plan', `${city.name} has figures to the year ${year}, which the table does not`, [city.id, year]); // prettier-ignore
    }
    const words = wordsOf(city);
    for (const [path, gas, series] of rowsOf(city)) {
      const figures = years.map((year) => (year < city.firstYear || year > city.lastYear ? '' : String(series[year - city.firstYear]))); // prettier-ignore
      yield `${words},${path},${gas},${gas === 'CO2e' || gas === GAS_NAMES.fgas ? 't CO2e' : 't'},${figures.join(',')}\n`;
    }
  }
}

function wordsOf(city: CityPaths): string {
  const { inventory, weights } = city;
  const words = [
    city.name,
    city.country,
    city.id,
    city.locode,
    city.latitude,
    city.longitude,
    city.population,
    city.region,
    city.contains?.join(' '),
    inventory.kind,
    inventory.year,
    inventory.reportedShare,
    city.gwpSet ?? SET_WHEN_ABSENT,
    weights.ch4,
    weights.n2o,
  ];
  return words.map(csvCell).join(',');
}

type Row = readonly [path: string, gas: string, series: Float64Array];

/** A gas that is nought in every year of every path needs no row. */
function rowsOf(city: CityPaths): Row[] {
  const { reference, plan, grid, generation } = city;
  const isThere = (gas: NetworkGas) => [reference, plan].some((paths) => paths?.[gas].some((tonnes) => tonnes !== 0));
  const gases = NETWORK_GASES.filter((gas) => gas !== 'co2Land' || isThere(gas));
  const rows = (path: string, paths: typeof reference): Row[] => gases.map((gas) => [path, GAS_NAMES[gas], paths[gas]]);
  const others = [grid?.reference, grid?.plan, generation?.reference, generation?.plan];
  return [
    ...rows('reference', reference),
    ...(plan ? rows('plan', plan) : []),
    ...others.flatMap((series, i): Row[] => (series ? [[CO2E_PATHS[i]!, 'CO2e', series]] : [])),
  ];
}
