import { describe, expect, it } from 'vitest';
import type { Source } from '@thousand-cities/model';
import { readTable } from '../node-tables.ts';
import { checkFactorTable } from './check-factors.ts';
import { checkReference } from './run.ts';

describe('the reference set', () => {
  it.each(checkReference(readTable))('has no fault in $table', ({ faults }) => {
    expect(faults).toEqual([]);
  });
});

describe('checkFactorTable', () => {
  const header = 'set,species,value,low,high,unit,year,region,source,locator,licence,quality,note';
  const sources: ReadonlyMap<string, Source> = new Map([
    ['s', { id: 's', title: 'S', publisher: 'P', year: 2020, licence: 'CC0', url: '' }],
  ]);
  const faults = (...rows: string[]) => checkFactorTable('gwp', [header, ...rows, ''].join('\n'), sources).faults;

  it('is content with a sound row', () => {
    expect(faults('AR5,CO2,1,,,t CO2e/t,2013,world,s,T1,CC0,H,')).toEqual([]);
  });

  it.each([
    ['an unknown source', 'AR5,CO2,1,,,t CO2e/t,2013,world,x,T1,CC0,H,', 'not in sources.csv'],
    ['a licence unlike the source', 'AR5,CO2,1,,,t CO2e/t,2013,world,s,T1,MIT,H,', 'licence'],
    ['an unknown unit', 'AR5,CO2,1,,,furlong,2013,world,s,T1,CC0,H,', 'unit'],
    ['text for a number', 'AR5,CO2,one,,,t CO2e/t,2013,world,s,T1,CC0,H,', 'not a number'],
    ['a range that leaves the value out', 'AR5,CO2,1,2,3,t CO2e/t,2013,world,s,T1,CC0,H,', 'does not hold'],
    ['no licence', 'AR5,CO2,1,,,t CO2e/t,2013,world,s,T1,,H,', 'is blank'],
  ])('finds %s', (_, row, problem) => {
    expect(faults(row).join()).toContain(problem);
  });

  it('finds a key given twice', () => {
    const row = 'AR5,CO2,1,,,t CO2e/t,2013,world,s,T1,CC0,H,';
    expect(faults(row, row).join()).toContain('appears twice');
  });
});
