/**
 * The climate engine against a few figures of FaIR that travel with the repository, so that a clone checks itself against an outsider.
 *
 * `fair-fixture.csv`: 1 January of eight years, four members, three scenarios, from FaIR 2.2.3 with calibration 1.4.1 and the step of
 * concentrations by expm1 (docs/methods/climate.md). The whole runs are compared in climate-agreement.test.ts.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDiagnoser, type Diagnosis } from '@thousand-cities/model';
import { loadClimatePack } from '@thousand-cities/reference/node';

const text = readFileSync(new URL('fair-fixture.csv', import.meta.url), 'utf8');
const rows = text
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const runs = [...new Set(rows.map(([scenario, member]) => `${scenario!} ${member!}`))];

it.each(runs)('%s is what FaIR has', (run) => {
  const pack = loadClimatePack();
  const [scenario = '', member = ''] = run.split(' ');
  const own: Diagnosis = createDiagnoser(pack)(pack.scenario(scenario), Number(member), 2300);
  const theirs = rows.filter(([s, m]) => s === scenario && m === member);
  expect(theirs).toHaveLength(8);
  for (const [, , year, temperature, co2, ch4, forcing] of theirs) {
    const at = Number(year) - 1750;
    expect(Math.abs(own.temperature[0][at]! - Number(temperature)), `temperature ${year!}`).toBeLessThan(1e-10);
    expect(Math.abs(own.co2[at]! / Number(co2) - 1), `CO2 ${year!}`).toBeLessThan(1e-12);
    expect(Math.abs(own.ch4[at]! / Number(ch4) - 1), `CH4 ${year!}`).toBeLessThan(1e-12);
    expect(Math.abs(own.totalForcing[at]! - Number(forcing)), `forcing ${year!}`).toBeLessThan(1e-10);
  }
});
