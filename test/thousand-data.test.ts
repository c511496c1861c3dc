/** The document of the thousand is derived data: it must be what the present set and program make of the cities. */
import { describe, expect, it } from 'vitest';
import { applyChoice, AMBITION_KINDS, NETWORK_GASES, openThousand, type Ambition } from '@thousand-cities/model';
import { parseGroups, parsePledges, parseSources } from '@thousand-cities/reference';
import { loadReference, loadThousandData, readNetworkTable } from '@thousand-cities/reference/node';
import { loadSolver } from '../packages/cli/src/solver.ts';
import { documentOf, THOUSAND_COMMAND } from '../scripts/thousand/document.ts';
import { figuresOf } from '../scripts/thousand/figures.ts';
import { membersOf } from '../scripts/thousand/members.ts';

const data = loadThousandData();
const reference = loadReference();
const { cities, knots } = data;

/** Spread over the list, so that every region and size is among them. */
const SAMPLE = [0, 11, 120, 333, 480, 555, 760, 999];

describe('the document of the thousand', () => {
  it(`was made with the present reference set (else run: ${THOUSAND_COMMAND})`, () => {
    expect(data.reference).toEqual({ id: reference.id, hash: reference.hash });
    expect(data.madeBy).toBe(THOUSAND_COMMAND);
  });

  it('has the thousand of the gazetteer, in its order', () => {
    expect(cities.id).toEqual(reference.gazetteer.thousand.map(({ id }) => id));
  });

  it.each(SAMPLE.map((place) => [place, cities.name[place]!] as const))(
    `holds what the program makes of city %i, %s (else run: ${THOUSAND_COMMAND})`,
    async (place) => {
      const city = reference.gazetteer.thousand[place]!;
      const figures = await figuresOf(city, reference, await loadSolver());
      const anew = documentOf([{ city, figures }], reference);
      // A unit in the last place may fall either way where engines' exp and log differ.
      const near = (own: readonly (number | null)[], stored: readonly (number | null)[]) =>
        own.forEach((value, k) => {
          const kept = stored[place * knots.length + k]!;
          if (value === null) expect(kept).toBeNull();
          else expect(Math.abs(value - kept)).toBeLessThanOrEqual(1);
        });
      for (const gas of NETWORK_GASES) {
        near(anew.paths[gas], data.paths[gas]);
        near(anew.library.ratios[gas], data.library.ratios[gas]);
        expect(anew.weights[gas][0]).toBeCloseTo(data.weights[gas][place]!, 6);
      }
      near(anew.grid, data.grid);
      near(anew.generation, data.generation);
      near(anew.counted.co2e, data.counted.co2e);
      near(anew.counted.co2, data.counted.co2);
      near(anew.library.grid, data.library.grid);
      near(anew.library.counted, data.library.counted);
      for (const [kind, target] of Object.entries(anew.targets)) {
        near(target.ceilings, data.targets[kind as keyof typeof data.targets]!.ceilings);
      }
      expect([anew.cities.low[0], anew.cities.high[0]]).toEqual([cities.low[place], cities.high[place]]);
    },
  );

  it('holds the territory between what it counts at least and at most', () => {
    cities.id.forEach((_, place) => {
      const at = place * knots.length;
      const total = NETWORK_GASES.reduce((sum, gas) => sum + data.paths[gas][at]! * data.weights[gas][place]!, 0);
      expect(total).toBeGreaterThanOrEqual(cities.low[place]! * 0.99);
      expect(total).toBeLessThanOrEqual(cities.high[place]! * 1.01);
    });
  });

  it('puts every city in one region, and the whole of South-East Asia into its group', () => {
    const groups = parseGroups(readNetworkTable('groups'), reference.places.countries, parseSources(readNetworkTable('sources'))); // prettier-ignore
    const regions = groups.filter(({ kind }) => kind === 'region');
    const named = regions.flatMap(({ countries }) => countries);
    expect(new Set(named).size).toBe(named.length);
    expect(cities.region.every((region) => regions.some(({ id }) => id === region))).toBe(true);
    // Members of ASEAN since October 2025, which is the subregion of M49
    const asean = ['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA', 'TLS', 'VNM'];
    expect([...groups.find(({ id }) => id === 'south-east-asia')!.countries].sort()).toEqual(asean);
    expect(groups.find(({ id }) => id === 'european-union')!.countries).toHaveLength(27);
  });

  it(`has the groups and stated targets of the tables (else run: ${THOUSAND_COMMAND} --members)`, () => {
    const { document, iso3, region } = membersOf(reference.gazetteer.thousand, reference);
    const { sources, countries, groups, pledges } = data;
    expect({ sources, countries, groups, pledges }).toEqual(document);
    expect([cities.iso3, cities.region]).toEqual([iso3, region]);
  });

  it('has the stated targets of the table, for cities of the same country', () => {
    const listed = parsePledges(readNetworkTable('pledges'));
    for (const { city, iso3 } of listed) expect(cities.iso3[cities.id.indexOf(city)]).toBe(iso3);
    expect(data.pledges.tracked).toHaveLength(listed.length);
    expect(data.pledges.stated).toHaveLength(listed.filter(({ target }) => target !== undefined).length);
  });
});

describe('plans for the real thousand', () => {
  const thousand = openThousand(data);
  const total = (ambition: Ambition, startYear: number): number => {
    const plans = applyChoice(thousand, { selection: {}, ambition, startYear, delivery: 1 });
    return plans.reduce(
      (sum, { plan, reference: without }) => sum + (plan ?? without).co2.reduce((a, b) => a + b, 0),
      0,
    );
  };

  it.each(AMBITION_KINDS.filter((kind) => kind !== 'custom'))('%s: a later start never saves more', (kind) => {
    const sums = [2025, 2027, 2028, 2030, 2035, 2040].map((start) => total({ kind }, start));
    for (let i = 1; i < sums.length; i++) expect(sums[i]!).toBeGreaterThan(sums[i - 1]! - 1);
  });
});
