import { describe, expect, it } from 'vitest';
import { findOverlaps, type Body } from './overlap-search.ts';
import { resolveOverlaps, type BodyWithPlan } from './overlaps.ts';

const body = (id: string, told: Partial<Body> = {}): Body => ({ id, name: id, country: 'AAA', tonnes: 100, ...told });
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

/** Pairs as `larger>smaller by reasons`. */
function found(bodies: readonly Body[], apart: readonly (readonly [string, string])[] = []): string[] {
  return findOverlaps(bodies, apart).map(
    ({ larger, smaller, reasons }) => `${bodies[larger]!.id}>${bodies[smaller]!.id} ${reasons.join()}`,
  );
}

describe('finding bodies that share territory', () => {
  it('by UN/LOCODE, however it is written', () => {
    const bodies = [body('a', { locode: 'DE HAM', population: 1 }), body('b', { locode: 'deham', population: 2 })];
    expect(found(bodies)).toEqual(['b>a same-locode']);
  });

  it('not by a code that stands in every row of a table: thirty bodies may share one, thirty-one say nothing by it', () => {
    const bearers = (count: number) => Array.from({ length: count }, (_, i) => body(`b${i}`, { locode: 'ID' }));
    // Every pair of thirty: 30 · 29 / 2.
    expect(findOverlaps(bearers(30))).toHaveLength(435);
    expect(findOverlaps(bearers(31))).toEqual([]);
    const { countsReference, locodesOfMany } = resolveOverlaps(bearers(31).map((one) => ({ ...one, hasPlan: true })));
    expect(countsReference.every(Boolean)).toBe(true);
    expect([...locodesOfMany]).toEqual([['ID', 31]]);
  });

  it('by their own word, the container being the larger', () => {
    expect(
      found([body('core', { population: 9 }), body('metro', { population: 1, contains: ['core', 'elsewhere'] })]),
    ).toEqual(['metro>core contains']);
  });

  it('by name, across languages and diacritics, in one country only', () => {
    const core = body('core', { name: 'Sao Paulo' });
    expect(found([core, body('metro', { name: 'Área Metropolitana de São Paulo' })])).toEqual(['metro>core same-name']);
    expect(found([core, body('other', { name: 'São Paulo', country: 'BBB' })])).toEqual([]);
  });

  it('by population, where a metropolitan body is near', () => {
    const metro = body('metro', { name: 'Greater Cairo', population: 20e6, ...at(30.04, 31.24) });
    const giza = body('giza', { name: 'Giza', population: 4e6, ...at(30.01, 31.21) });
    const alexandria = body('alexandria', { name: 'Alexandria', population: 5e6, ...at(31.2, 29.92) });
    expect(found([metro, giza, alexandria])).toEqual(['metro>giza population']);
  });

  it('by population, as far as so many people may reach', () => {
    // 600,000 at 2,000 to the km² live within 9.8 km: 0.08° is 8.9 km, 0.1° is 11.1
    const metro = body('metro', { name: 'Metro X', population: 600_000, ...at(0, 0) });
    const [in_, out] = [0.08, 0.1].map((latitude) => body(`${latitude}`, { population: 1000, ...at(latitude, 0) }));
    expect(found([metro, in_!, out!])).toEqual(['metro>0.08 population']);
    // Bekasi, 25 km from Jakarta, is another city
    const jakarta = body('jakarta', { name: 'DKI Jakarta', country: 'IDN', population: 10.6e6, ...at(-6.2, 106.82) });
    expect(found([jakarta, body('bekasi', { name: 'Kota Bekasi', country: 'IDN', population: 2.5e6, ...at(-6.24, 107.0) })])).toEqual([]); // prettier-ignore
  });

  it('lists population beside the name when both speak', () => {
    const metro = body('metro', { name: 'Metro Cebu', population: 3e6, ...at(10.32, 123.9) });
    expect(found([metro, body('core', { name: 'Cebu City', population: 1e6, ...at(10.3, 123.9) })])).toEqual([
      'metro>core same-name,population',
    ]);
  });

  it('the larger is the one with more people, then with more tonnes, then by id', () => {
    const [a, b] = [{ name: 'X' }, { name: 'X' }];
    expect(found([body('a', { ...a, population: 1 }), body('b', { ...b, population: 2 })])).toEqual(['b>a same-name']);
    expect(found([body('a', { ...a, tonnes: 1 }), body('b', { ...b, tonnes: 2 })])).toEqual(['b>a same-name']);
    expect(found([body('b', b), body('a', a)])).toEqual(['a>b same-name']);
  });
});

describe('bodies that share none', () => {
  it('Giza is not Cairo', () => {
    const cairo = body('cairo', { name: 'Cairo', population: 10e6, ...at(30.04, 31.24) });
    expect(found([cairo, body('giza', { name: 'Giza', population: 4e6, ...at(30.01, 31.21) })])).toEqual([]);
  });

  it('two Springfields far apart, or with qualifiers or codes of their own', () => {
    const [illinois, missouri] = [at(39.8, -89.65), at(37.21, -93.29)];
    expect(
      found([body('a', { name: 'Springfield', ...illinois }), body('b', { name: 'Springfield', ...missouri })]),
    ).toEqual([]);
    expect(found([body('a', { name: 'Springfield, IL' }), body('b', { name: 'Springfield, MO' })])).toEqual([]);
    expect(found([body('a', { name: 'X', locode: 'AAXXX' }), body('b', { name: 'X', locode: 'AAXXY' })])).toEqual([]);
  });

  it('a city and the regency around it', () => {
    const [kota, kabupaten] = ['Kota Bandung', 'Kabupaten Bandung'];
    expect(found([body('a', { name: kota, country: 'IDN' }), body('b', { name: kabupaten, country: 'IDN' })])).toEqual(
      [],
    );
  });

  it('a region with far fewer people than the city of its name', () => {
    // Landkreis München lies around München; counts of one region that differ by year do not make it smaller than its core
    const core = body('core', { name: 'München', population: 1.5e6 });
    expect(found([core, body('ring', { name: 'Landkreis München', population: 0.35e6 })])).toEqual([]);
    expect(found([core, body('region', { name: 'Region München', population: 1.45e6 })])).toEqual([
      'region>core same-name',
    ]);
  });

  it('two towns of one name 20 km apart, but not two listings of one town', () => {
    const planaltina = body('a', { name: 'Planaltina', ...at(-15.62, -47.65) });
    expect(found([planaltina, body('b', { name: 'Planaltina', ...at(-15.45, -47.61) })])).toEqual([]);
    expect(found([planaltina, body('b', { name: 'Planaltina', ...at(-15.6, -47.65) })])).toEqual(['a>b same-name']);
  });

  it('pairs that are said to be apart', () => {
    const bodies = [body('a', { name: 'X' }), body('b', { name: 'X' })];
    expect(found(bodies, [['b', 'a']])).toEqual([]);
  });
});

describe('what counts of bodies that overlap', () => {
  const nested = (metroPlan: boolean, corePlan: boolean): readonly BodyWithPlan[] => [
    { ...body('core', { name: 'X' }), hasPlan: corePlan },
    { ...body('metro', { name: 'Greater X' }), hasPlan: metroPlan },
  ];

  it.each([
    // metro plan, core plan → whose plan counts
    [true, true, 'larger', [false, true]],
    [true, false, 'larger', [false, true]],
    [false, true, 'smaller', [true, false]],
    [false, false, 'neither', [false, false]],
  ] as const)('metro with plan %s, core with plan %s: the plan of the %s', (metroPlan, corePlan, plan, countsPlan) => {
    const resolved = resolveOverlaps(nested(metroPlan, corePlan));
    expect(resolved.overlaps).toEqual([
      { larger: 'metro', smaller: 'core', reasons: ['same-name'], reference: 'larger', plan },
    ]);
    expect(resolved.countsReference).toEqual([false, true]);
    expect(resolved.countsPlan).toEqual(countsPlan);
  });

  it('what lies in a body that lies in another lies in that other too', () => {
    // province ⊃ metro ⊃ core; the plan of the province covers the core, although nothing links the two
    const bodies = [
      { ...body('core', { name: 'X' }), hasPlan: true },
      { ...body('metro', { name: 'Greater X' }), hasPlan: false },
      { ...body('land', { name: 'Y', contains: ['metro'] }), hasPlan: true },
    ];
    expect(resolveOverlaps(bodies)).toMatchObject({
      countsReference: [false, false, true],
      countsPlan: [false, false, true],
    });
  });

  it('two cores of one metro without a plan both count their plans', () => {
    const bodies = [
      { ...body('a'), hasPlan: true },
      { ...body('b'), hasPlan: true },
      { ...body('metro', { contains: ['a', 'b'] }), hasPlan: false },
    ];
    expect(resolveOverlaps(bodies)).toMatchObject({
      countsReference: [false, false, true],
      countsPlan: [true, true, false],
    });
  });

  it('bodies that contain one another are ordered by tonnes, and one of them counts', () => {
    const bodies = [
      { ...body('a', { contains: ['b'], tonnes: 1 }), hasPlan: true },
      { ...body('b', { contains: ['c'], tonnes: 3 }), hasPlan: true },
      { ...body('c', { contains: ['a'], tonnes: 2 }), hasPlan: true },
    ];
    const { countsReference, countsPlan, circular } = resolveOverlaps(bodies);
    expect(countsReference).toEqual([false, true, false]);
    expect(countsPlan).toEqual([false, true, false]);
    expect([...circular].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('thirteen thousand bodies', () => {
  it('hold a thousand metros with a core each, and nothing else is found', () => {
    // 40 × 25 places, 2° apart; at each a metro, its core 11 km north, and eleven towns 55 km and more from both
    const bodies = Array.from({ length: 1000 }, (_, i) => i).flatMap((i) => {
      const [latitude, longitude] = [-40 + 2 * (i % 40), -170 + 2 * Math.floor(i / 40)];
      return [
        body(`metro ${i}`, { name: `Greater X${i}`, population: 1e6, ...at(latitude, longitude) }),
        body(`core ${i}`, { name: `X${i}`, population: 1e5, ...at(latitude + 0.1, longitude) }),
        ...Array.from({ length: 11 }, (_, k) =>
          body(`town ${i} ${k}`, { population: 1e4, ...at(latitude + 1, longitude) }),
        ),
      ];
    });
    const pairs = found(bodies);
    expect(pairs).toHaveLength(1000);
    expect(pairs[7]).toBe('metro 7>core 7 same-name,population');
  });
});
