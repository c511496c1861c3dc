/** The fitted coefficients as text tables. */
import { writeFileSync } from 'node:fs';
import type { LogModel, StarterCoefficients } from '@thousand-cities/model';

const FOLDER = new URL('../../packages/reference/tables/starter/', import.meta.url);

/** Write coefficients, shares, spreads and settings. Figures are rounded to five significant digits: more is noise. */
export function writeTables(c: StarterCoefficients): void {
  write(
    'coefficients',
    ['model', 'kind', 'key', 'mean', 'sd', 'weight'],
    [
      ...Object.entries(c.groups).flatMap(([name, model]) => modelRows(name, model)),
      ...modelRows('basic', c.basic),
      ...modelRows('density', c.density),
      ...modelRows('heating', c.heating),
      ...[...c.extras].flatMap(([ref, model]) => modelRows(ref, model)),
    ],
  );
  write(
    'shares',
    ['group', 'ref', 'low', 'middle', 'high'],
    c.shares.map(({ group, ref, byBand }) => [group, ref, n(byBand.low), n(byBand.middle), n(byBand.high)]),
  );
  write(
    'spreads',
    ['what', 'low', 'high'],
    [...c.spreads].map(([what, { low, high }]) => [what, n(low), n(high)]),
  );
  write(
    'settings',
    ['setting', 'value'],
    [
      ['blend-bottom-up', n(c.blend.bottomUpWeight)],
      ['blend-offset', n(c.blend.offset)],
      ['widening-small-city', n(c.widening.smallCity)],
      ['widening-cap', n(c.widening.cap)],
      ['widening-new-region', n(c.widening.newRegion)],
    ],
  );
}

function modelRows(name: string, model: LogModel): string[][] {
  return [
    [name, 'intercept', '', '', '', n(model.intercept)],
    [name, 'floor', '', '', '', n(model.floor)],
    ...model.terms.map((t) => [name, 'feature', t.feature, n(t.mean), n(t.sd), n(t.weight)]),
    ...Object.entries(model.regions).map(([key, effect]) => [name, 'region', key, '', '', n(effect)]),
    ...Object.entries(model.countries).map(([key, effect]) => [name, 'country', key, '', '', n(effect)]),
  ];
}

function n(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function write(name: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(new URL(`${name}.csv`, FOLDER), [header, ...rows].map((row) => `${row.join(',')}\n`).join(''));
}
