/** The starter tables: every one described, every source known. */
import { describe, expect, it } from 'vitest';
import { readTable, tableNames } from '../node-tables.ts';
import { parseSources } from '../sources.ts';
import { parseTable } from '../table.ts';

const sources = new Set(parseSources(readTable('sources')).map(({ id }) => id));
const described = parseTable('starter/columns', readTable('starter/columns')).rows;

describe('starter tables', () => {
  it('are all described with unit, source, licence and quality', () => {
    const tables = tableNames().flatMap((name) => (name.startsWith('starter/') ? name.slice('starter/'.length) : []));
    const known = new Set(described.map((row) => row.text('table')));
    expect(tables.filter((name) => name !== 'columns' && !known.has(name))).toEqual([]);
    for (const row of described) {
      for (const column of ['unit', 'source', 'licence', 'quality', 'provenance'])
        expect(row.text(column)).not.toBe('');
      for (const source of row.text('source').split('; ')) expect(sources.has(source), source).toBe(true);
    }
  });

  it('name sources that are in the list of sources', () => {
    const named = [
      ['starter/city-figures', 'area_source'],
      ['starter/city-figures', 'population_source'],
      ['starter/climate-points', 'source'],
      ['starter/grid-regions', 'source'],
      ['starter/national-gaps', 'source'],
    ] as const;
    for (const [table, column] of named) {
      for (const row of parseTable(table, readTable(table)).rows) {
        const source = row.optionalText(column);
        if (source !== undefined) expect(sources.has(source), `${table} line ${row.line}: ${source}`).toBe(true);
      }
    }
  });

  it('hold a ratio above 1 for centres of agglomerations only, and people within plausible densities', () => {
    for (const row of parseTable('starter/city-figures', readTable('starter/city-figures')).rows) {
      const ratio = row.optionalNumber('agglomeration_ratio');
      if (ratio !== undefined) expect(ratio, `line ${row.line}`).toBeGreaterThan(1);
      const [people, area] = [row.optionalNumber('population'), row.optionalNumber('area_km2')];
      if (people !== undefined && area !== undefined && row.optionalText('area_source') === 'assumption') {
        expect(people / area, `line ${row.line}`).toBeGreaterThan(30);
        expect(people / area, `line ${row.line}`).toBeLessThan(60_000);
      }
    }
  });
});
