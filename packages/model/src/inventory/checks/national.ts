/** National figures per head, as the checks want them, from a country's profile. */
import type { GwpSet } from '../../gas.ts';
import { gwpOf } from '../../gas.ts';
import type { CountryProfile, FactSeries } from '../../reference.ts';
import type { Sector } from '../gpc.ts';
import type { NationalFigures } from './context.ts';

/**
 * Gather what a city can be held against. Sector I takes fuel of homes, services and industry and all power stations; a sector with a part unknown is
 * left out. Figures are of the latest year of the profile; the grid is that of the inventory year.
 */
export function nationalFigures(country: CountryProfile, year: number, gwp: GwpSet): NationalFigures {
  const value = (key: string): number | undefined => country.emissionsPerHead?.[key]?.value;
  const weigh = (key: string, species: string): number | undefined => {
    const mass = value(key);
    return mass === undefined ? undefined : mass * gwpOf(gwp, species);
  };
  const sectors: Partial<Record<Sector, number>> = {};
  const enter = (sector: Sector, parts: readonly (number | undefined)[]): void => {
    const known = parts.filter((part) => part !== undefined);
    if (known.length === parts.length) sectors[sector] = known.reduce((sum, part) => sum + part, 0);
  };
  enter('I', [
    value('residential-and-other-fuel/CO2e'),
    value('manufacturing-fuel/CO2e'),
    value('power-industry/CO2e'),
  ]);
  enter('II', [value('transport/CO2e')]);
  enter('III', [weigh('waste/CH4', 'CH4-biogenic'), weigh('waste/N2O', 'N2O')]);
  const grid = country.gridIntensity === undefined ? undefined : nearest(country.gridIntensity, year);
  const { I, II, III } = sectors;
  return {
    perHeadBySector: sectors,
    ...(I !== undefined && II !== undefined && III !== undefined && { perHeadTotal: I + II + III }),
    ...(grid !== undefined && { gridTonnesPerMwh: grid / 1000 }),
  };
}

/** The point of a series nearest to a year: good enough to see a figure that is three times off. */
function nearest({ points }: FactSeries, year: number): number | undefined {
  const distance = (point: { readonly year: number }): number => Math.abs(point.year - year);
  return points.reduce<(typeof points)[number] | undefined>(
    (best, point) => (best === undefined || distance(point) < distance(best) ? point : best),
    undefined,
  )?.value;
}
