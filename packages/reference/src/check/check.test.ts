import { describe, expect, it } from 'vitest';
import type { Source } from '@thousand-cities/model';
import { readTable, tableNames } from '../node-tables.ts';
import { checkFactorTable } from './check-factors.ts';
import { checkTable } from './check-tables.ts';
import { checkReference } from './run.ts';

describe('the reference set', () => {
  it.each(checkReference(readTable, tableNames()))('has no fault in $table', ({ faults }) => {
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

describe('checkTable', () => {
  const faults = (text: string) => checkTable('places/t', text, new Set(['s']), new Set()).faults;

  it('is content with figures that name a listed source', () => {
    expect(faults('id,low,central,high,source\na,1,2,3,s\nb,,,,s; s\n')).toEqual([]);
  });

  it.each([
    ['no word of where figures come from', 'id,value\na,1\n', 'no source'],
    ['a source nobody lists', 'id,value,source\na,1,x\n', 'source "x"'],
    ['a second source nobody lists', 'id,value,sources\na,1,s;x\n', 'source "x"'],
    ['a range out of order', 'id,low,central,high,source\na,3,2,4,s\n', 'does not hold'],
    [
      'a range with a prefix out of order',
      'id,capital_low,capital_central,capital_high,source\na,1,5,4,s\n',
      'capital_low',
    ],
    ['text in a year column', 'id,2000,source\na,many,s\n', 'not a number'],
    ['a line given twice', 'id,value,source\na,1,s\na,1,s\n', 'repeats'],
    ['a byte order mark', '\uFEFFid,source\na,s\n', 'byte order mark'],
    ['a row of the wrong width', 'id,source\na\n', '1 fields'],
  ])('finds %s', (_, text, problem) => {
    expect(faults(text).join()).toContain(problem);
  });
});
