/** `cities starter` as a user runs it. */
import { describe, expect, it } from 'vitest';
import { Command } from 'commander';
import { DomainError, GPC_REFERENCES } from '@thousand-cities/model';
import { starterCommand } from './starter.ts';

async function run(...argv: string[]): Promise<string> {
  let out = '';
  const program = new Command('cities').exitOverride().configureOutput({ writeErr: () => undefined });
  starterCommand(program, { stdout: (text) => (out += text), stderr: () => undefined });
  await program.parseAsync(['starter', ...argv], { from: 'user' });
  return out;
}

interface Figure {
  value: number;
  low: number;
  high: number;
  source: string;
}
interface Document {
  city: string;
  country: string;
  year: number;
  population: number;
  totals: Record<string, Figure>;
  byRef: Record<string, Figure | { notationKey: string; explanation: string }>;
}
async function json(...argv: string[]): Promise<Document> {
  return (JSON.parse(await run(...argv, '--json')) as Document[])[0]!;
}

describe('cities starter', () => {
  it('prints one JSON document with every reference, each a figure with interval and source or an explained key', async () => {
    const document = await json('Semarang', '--year', '2018');
    expect(document).toMatchObject({ city: 'Semarang', country: 'IDN', year: 2018 });
    expect(Object.keys(document.byRef).sort()).toEqual(GPC_REFERENCES.map(({ ref }) => ref).sort());
    for (const figure of [...Object.values(document.byRef), ...Object.values(document.totals)]) {
      if ('notationKey' in figure) expect(figure.explanation).not.toBe('');
      else {
        expect(figure.low).toBeLessThan(figure.value);
        expect(figure.value).toBeLessThan(figure.high);
        expect(figure.source).not.toBe('');
      }
    }
  });

  it('takes the population and area of the boundary when they are given', async () => {
    const document = await json('Valencia', '--country', 'Spain', '--population', '800000', '--area', '135');
    expect(document.population).toBe(800_000);
    const denser = await json('Valencia', '--country', 'ESP', '--population', '800000', '--area', '50');
    const road = (d: Document): number => (d.byRef['II.1.1'] as Figure).value;
    expect(road(denser)).toBeLessThan(road(document));
  });

  it('prints a table for people', async () => {
    const text = await run('Semarang');
    expect(text).toContain('BASIC');
    expect(text).toContain('I.4.4');
  });

  it('refuses a city it does not know, and a year or figure that is none', async () => {
    await expect(run('Nowhereville-on-Sea')).rejects.toThrow(DomainError);
    await expect(run('Semarang', '--year', 'soon')).rejects.toThrow(/a year from 1990/);
    await expect(run('Semarang', '--population', '-5')).rejects.toThrow(/a number above 0/);
  });
});
