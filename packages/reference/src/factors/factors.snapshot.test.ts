import { describe, expect, it } from 'vitest';
import { readTable } from '../node-tables.ts';
import { factorTableNames } from '../check/check-factors.ts';
import { parseFactors } from './factor-table.ts';

/** One line per factor, so that a changed factor is one changed line in review. It guards against drift, it proves nothing. */
describe('no factor changes unseen', () => {
  it.each(factorTableNames)('%s', async (name) => {
    const lines = parseFactors(name, readTable(`factors/${name}`)).map((factor) => {
      const keys = Object.values(factor.keys).join(' | ');
      return `${keys} | ${factor.region} = ${factor.value} [${factor.low ?? ''}, ${factor.high ?? ''}] ${factor.unit} (${factor.source}, ${factor.locator}, ${factor.quality})`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./__snapshots__/${name}.txt`);
  });
});
