import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMISSION_SPECIES, packBytes, readClimatePack, readPack } from '@thousand-cities/model';
import { climatePackBytes, loadClimatePack } from '@thousand-cities/reference/node';
import { buildClimatePack } from '../scripts/climate/pack.ts';
import { fairInputs } from './fair-runs.ts';

const whole = climatePackBytes();
const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string });

/** The pack with one byte changed. */
function withByte(at: number, value: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  bytes[at] = value;
  return bytes;
}

describe('the climate pack', () => {
  it('has the 841 members of the calibration and five scenarios, in less than 1.5 MB', () => {
    const pack = loadClimatePack();
    expect(pack.calibration).toBe('fair-calibrate 1.4.1');
    expect(pack.memberIds).toHaveLength(841);
    expect(new Set(pack.memberIds).size).toBe(841);
    expect(pack.scenarioNames).toEqual(['ssp119', 'ssp126', 'ssp245', 'ssp370', 'ssp585']);
    expect(whole.length).toBeLessThan(1.5e6);
  });

  it('has emissions of every species to 2300, the same in all scenarios to 2022', () => {
    const pack = loadClimatePack();
    const [first, ...others] = pack.scenarioNames.map((name) => pack.scenario(name));
    expect(first!.values).toHaveLength(EMISSION_SPECIES.length * 551);
    for (const other of others) {
      const from = [first!, other].map(({ values }) =>
        EMISSION_SPECIES.map((_, species) => values.subarray(species * 551, species * 551 + 273)),
      );
      expect(from[1]).toEqual(from[0]);
      expect(other.values).not.toEqual(first!.values);
    }
  });

  it('knows what it has not got', () => {
    const pack = loadClimatePack();
    expect(() => pack.scenario('ssp999')).toThrow(refusal('unknown-scenario', /ssp119, ssp126/));
    expect(() => pack.parameter('sigma_eta')).toThrow(refusal('document-invalid', /sigma_eta/));
    expect(() => pack.property('CO2', 'iirf_0')).toThrow(refusal('document-invalid', /iirf_0 of CO2/));
    expect(() => pack.property('Xe', 'g0')).toThrow(refusal('document-invalid', /Xe/));
  });

  it('has no natural forcing after its data end', () => {
    const pack = loadClimatePack();
    // Solar forcing of 1755 and volcanic forcing of 1763 as published with the calibration.
    expect(pack.natural('solar', 1755)).toBe(-0.021216797);
    expect(pack.natural('volcanic', 1763)).toBe(-0.890820615);
    expect([pack.natural('solar', 2301), pack.natural('volcanic', 2500), pack.natural('solar', 1749)]).toEqual([
      0, 0, 0,
    ]);
  });

  it('is read from the middle of a larger buffer too', () => {
    const larger = new Uint8Array(whole.length + 7);
    larger.set(whole, 3);
    expect(readClimatePack(larger.subarray(3, 3 + whole.length)).memberIds).toHaveLength(841);
  });

  it('written again has the same bytes', () => {
    expect(Buffer.compare(packBytes(readPack(whole)), whole)).toBe(0);
  });

  it.skipIf(fairInputs === undefined)('is what its inputs give, byte for byte', () => {
    expect(Buffer.compare(buildClimatePack(fairInputs!), whole)).toBe(0);
  });

  it.skipIf(fairInputs === undefined)('has the figures of the emissions file, every one', () => {
    const pack = loadClimatePack();
    const file = readFileSync(join(fairInputs!, 'ssp_emissions_harmonised2022_1750-2500.csv'), 'utf8');
    const lines = file.trim().split(/\r?\n/).slice(1);
    expect(lines).toHaveLength(5 * 51);
    for (const line of lines) {
      const [scenario = '', , name, , ...figures] = line.split(',');
      const species = EMISSION_SPECIES.findIndex((one) => one.name === name);
      const own = pack.scenario(scenario).values.subarray(species * 551, (species + 1) * 551);
      expect([...own]).toEqual(figures.slice(0, 551).map(Number));
    }
  });
});

describe('a file that is not the climate pack', () => {
  it.each([
    ['cut short', whole.subarray(0, 500_000), 'document-invalid', /only 500000 of/],
    ['cut to a few bytes', whole.subarray(0, 12), 'document-invalid', /only the beginning/],
    ['nothing', new Uint8Array(), 'document-invalid', /some other file/],
    ['a text', new TextEncoder().encode('scenario,region,variable,unit'), 'document-invalid', /some other file/],
    ['copied as text', withByte(6, 10), 'document-invalid', /some other file/],
    ['of a later format', withByte(8, 2), 'plan-newer', /version 2; this program reads 1/],
    ['damaged in one figure', withByte(700_000, whole[700_000]! ^ 1), 'document-invalid', /checksum/],
    ['damaged in its header', withByte(100, 0), 'document-invalid', /checksum/],
    ['with something behind it', Buffer.concat([whole, Buffer.of(0)]), 'document-invalid', /too many/],
  ])('is refused: %s', (_, bytes, code, message) => {
    expect(() => readClimatePack(bytes)).toThrow(refusal(code, message));
  });
});
