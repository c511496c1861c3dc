import { describe, expect, it } from 'vitest';
import type { ActionTemplate } from '../template.ts';
import type { Action, Cell } from '../types.ts';
import type { ActionContext } from './context.ts';
import { defaultActions, instantiateAction } from './instantiate.ts';

const cell = (id: string, amount: number, more: Partial<Cell> = {}): Cell => {
  const [ref, use, carrier] = id.split(':') as [string, Cell['use'], Cell['carrier']];
  return {
    id,
    ref,
    use,
    carrier,
    amount,
    unit: 'MWh',
    factors: { CO2: 0.2 },
    activityDrivers: [],
    intensityDrivers: [],
    provenance: 'default',
    uncertainty: { activity: { factor95: 1.1 }, factor: { factor95: 1.1 } },
    sources: [],
    ...more,
  };
};

const cells = [
  cell('I.1.1:space-heating:natural-gas', 1_000),
  cell('I.1.1:cooking:lpg', 100),
  cell('I.1.2:space-heating:grid-electricity', 0),
  cell('I.1.2:lighting:grid-electricity', 400, { factors: { CO2: 0.5 } }),
];

const range = (central: number) => ({ low: central / 2, central, high: central * 2 });

const heatPumps: ActionTemplate = {
  id: 'heat-pumps',
  sector: 'stationary-energy',
  words: { en: { name: 'Heat pumps', description: 'Warm.' }, id: { name: 'Pompa kalor', description: 'Hangat.' } },
  levers: [
    {
      kind: 'shift-carrier',
      select: { refs: ['I.1'], uses: ['space-heating'], carriers: ['natural-gas'] },
      limit: 1,
      sizes: [
        {
          scope: {},
          size: { low: 0.3, central: 0.5, high: 0.7 },
          provenance: 'default',
          source: 's',
          reasoning: 'half',
        },
        {
          scope: { zones: ['cold'] },
          size: { low: 0.6, central: 0.8, high: 0.9 },
          provenance: 'default',
          source: 's',
          reasoning: 'most',
        },
      ],
      to: { carrier: 'grid-electricity' },
      ratio: { low: 0.25, central: 0.3, high: 0.4 },
    },
  ],
  costs: [
    {
      component: 'heat pump',
      basis: 'affected',
      unit: 'MWh',
      capital: range(600),
      operatingPerYear: { low: -2, central: 0, high: 2 },
      currency: 'EUR',
      priceYear: 2020,
      localShare: 0.5,
      scope: {},
      provenance: 'default',
      source: 's',
    },
  ],
  applies: {},
  adoption: { rampYears: 10, shape: 's-curve' },
  lifetimeYears: 20,
  renew: true,
  payers: { city: 0, national: 0, households: 1, business: 0 },
  lowIncomeBenefitShare: { low: 0.1, central: 0.2, high: 0.3 },
  staffPer100k: 2,
  requires: [],
  excludes: [],
  powers: ['set-policy'],
  coBenefits: ['comfort'],
  hazards: [],
  indicators: [],
  sources: ['s'],
};

const context = (more: Partial<ActionContext> = {}): ActionContext => ({
  city: { name: 'Town', country: 'POL', population: 50_000, latitude: 52 },
  country: {
    iso3: 'POL',
    name: 'Poland',
    region: 'Europe',
    incomeGroup: 'upper-middle',
    heatingDegreeDays: { value: 2_600, unit: '°C·days', source: 's', provenance: 'default' },
  },
  cells,
  gwpSet: { id: 'AR5', source: 's', values: { CO2: 1 } },
  finance: { priceYear: 2024 },
  startYear: 2026,
  library: {
    exchange: [{ currency: 'EUR', year: 2020, eurPerUnit: 1 }],
    consumerPrices: { 2020: 100, 2024: 120 },
    priceLevels: { low: 0.4, 'lower-middle': 0.4, 'upper-middle': 0.6, high: 1 },
  },
  ...more,
});

describe('fitting an action to a city', () => {
  it('takes the size of the climate and works the cost out from what is affected', () => {
    const action = instantiateAction(heatPumps, context()) as Action;
    expect(action.levers[0]!.size.central).toBe(0.8);
    // 1 000 MWh · 0.8 · 600 EUR · (0.5 + 0.5 · 0.6) · 120/100 = 460 800 EUR
    expect(action.cost.capital.central).toBeCloseTo(460_800, 6);
    expect(action.cost.operatingPerYear.low).toBeCloseTo(-1_536, 6);
    expect(action.deliveryStaff).toBe(1);
    expect(action.schedule).toEqual({ startYear: 2026, size: 0 });
    expect(action.cost.derivation.map(({ value }) => value)).toEqual([600, 0, 800, 0.8]);
  });

  it('speaks the language asked for, and English where it has none', () => {
    expect((instantiateAction(heatPumps, context({ locale: 'id' })) as Action).name).toBe('Pompa kalor');
    expect((instantiateAction(heatPumps, context({ locale: 'nl' })) as Action).name).toBe('Heat pumps');
  });

  it('does not apply where nothing is burned, or where there is nowhere to go', () => {
    const without = (id: string) => context({ cells: cells.filter((c) => c.id !== id) });
    for (const gone of ['I.1.1:space-heating:natural-gas', 'I.1.2:space-heating:grid-electricity']) {
      expect(instantiateAction(heatPumps, without(gone))).toMatchObject({ notApplicable: 'nothing-to-act-on' });
    }
  });

  it.each([
    [{ zones: ['hot'] }, 'climate'],
    [{ minPopulation: 100_000 }, 'too-small'],
    [{ coastal: true }, 'not-coastal'],
    [{ maxAbsLatitude: 30 }, 'latitude'],
  ] as const)('says why it does not apply: %j', (applies, notApplicable) => {
    expect(instantiateAction({ ...heatPumps, applies }, context())).toMatchObject({ notApplicable });
  });

  it('does not take an unknown population for a large one', () => {
    const { population: _, ...city } = context().city;
    const result = instantiateAction({ ...heatPumps, applies: { minPopulation: 10 } }, context({ city }));
    expect(result).toMatchObject({ notApplicable: 'too-small' });
  });

  it('refuses a price year it cannot express', () => {
    expect(() => instantiateAction(heatPumps, context({ finance: { priceYear: 1999 } }))).toThrow(/euro of 1999/);
  });

  it('acts on grid losses only where consumption itself is not reached', () => {
    const losses = cell('I.1.3:lighting:grid-electricity', 40, {
      derivedFrom: { cell: 'I.1.2:lighting:grid-electricity', share: 0.1 },
    });
    const lever = (refs: string[]) => ({
      ...heatPumps.levers[0]!,
      kind: 'reduce-activity' as const,
      select: { refs, uses: ['lighting' as const] },
    });
    const cost = (refs: string[]) => {
      const { to: _to, ratio: _ratio, ...rest } = lever(refs);
      const action = instantiateAction({ ...heatPumps, levers: [rest] }, context({ cells: [...cells, losses] }));
      return (action as Action).cost.derivation[2]!.value;
    };
    expect(cost(['I.1'])).toBeCloseTo(400 * 0.8, 9);
    expect(cost(['I.1.3'])).toBeCloseTo(40 * 0.8, 9);
  });
});

describe('the boundary of the plan', () => {
  const flights = (ref: string) => cell(`${ref}:aviation:jet-kerosene`, 500, { factors: { CO2: 0.26 } });
  const rail = cell('II.2.2:rail:grid-electricity', 0);
  const toRail: ActionTemplate = {
    ...heatPumps,
    id: 'flights-to-rail',
    levers: [
      {
        ...heatPumps.levers[0]!,
        select: { refs: ['II.4'], uses: ['aviation'] },
        to: { carrier: 'grid-electricity', use: 'rail', ref: 'II.2.2' },
      },
    ],
  };
  const basic = (ref: string) => ref !== 'II.4.3';
  const abroad = [flights('II.4.3'), rail];
  const both = [flights('II.4.1'), flights('II.4.3'), rail];

  it('leaves out an action that saves only where the boundary does not count', () => {
    const refused = instantiateAction(toRail, context({ cells: abroad, counts: basic }));
    expect(refused).toMatchObject({ notApplicable: 'outside-boundary' });
    expect(instantiateAction(toRail, context({ cells: abroad }))).toMatchObject({ id: 'flights-to-rail' });
  });

  it('moves to another sub-sector only what the boundary counts, and pays only for that', () => {
    const action = instantiateAction(toRail, context({ cells: both, counts: basic })) as Action;
    expect(action.levers[0]!.select).toEqual({ refs: ['II.4.1'], uses: ['aviation'] });
    expect(action.cost.derivation[2]!.value).toBe(500 * 0.8);
    const whole = instantiateAction(toRail, context({ cells: both })) as Action;
    expect(whole.levers[0]!.select.refs).toEqual(['II.4']);
  });

  it('leaves out a sink that the boundary does not count, and keeps one beside a lever that it does', () => {
    const forest = {
      kind: 'add-sink' as const,
      select: {},
      limit: 1,
      sizes: heatPumps.levers[0]!.sizes,
      sink: { unitsPer1000: 1, unit: 'ha' as const, ref: 'V.2', tonnesPerUnitYear: range(5) },
    };
    const counts = (ref: string) => ref !== 'V.2';
    const alone = { ...heatPumps, levers: [forest] };
    expect(instantiateAction(alone, context({ counts }))).toMatchObject({ notApplicable: 'outside-boundary' });
    const mixed = { ...heatPumps, levers: [...heatPumps.levers, forest] };
    expect((instantiateAction(mixed, context({ counts })) as Action).levers).toHaveLength(2);
  });
});

describe('fitting the library to a city', () => {
  it('leaves out what requires something that does not apply, and keeps exclusions among those that do', () => {
    const network = { ...heatPumps, id: 'network', applies: { zones: ['hot'] as const } };
    const branch = { ...heatPumps, id: 'branch', requires: ['network'] };
    const twig = { ...heatPumps, id: 'twig', requires: ['branch'] };
    const rival = { ...heatPumps, id: 'rival', excludes: ['heat-pumps', 'network'] };
    const { actions, skipped } = defaultActions([heatPumps, network, branch, twig, rival], context());
    expect(actions.map(({ id }) => id)).toEqual(['heat-pumps', 'rival']);
    expect(actions[1]!.excludes).toEqual(['heat-pumps']);
    expect(skipped.map(({ id, notApplicable }) => [id, notApplicable])).toEqual([
      ['network', 'climate'],
      ['branch', 'requires'],
      ['twig', 'requires'],
    ]);
  });
});
