/** A plan small enough to work out on paper, for tests: two heating cells, one grid cell, two actions. */
import type { Plan } from '../src/plan/types.ts';

const exact = { factor95: 1 };
const fixed = (central: number) => ({ central, low: central, high: central });
const from = { provenance: 'city-value' as const, sources: ['tiny'] };

/**
 * Base year 2025, horizon 2035, GWP AR6, BASIC.
 *
 * - natural gas for heating: 1 000 MWh · 0.2 t CO2/MWh = 200 t
 * - grid electricity for heating: 100 MWh · 0.5 t CO2/MWh = 50 t
 * - landfill: 10 t CH4 (biogenic, GWP 27.0) = 270 t CO2e
 * Total 520 t CO2e. No driver moves anything, so business-as-usual is flat.
 */
export const tinyPlan: Plan = {
  schema: 'thousand-cities/plan',
  version: 2,
  reference: { id: 'test', hash: '0' },
  city: { name: 'Tinytown', country: 'DEU', population: 1000 },
  inventories: [
    {
      city: { name: 'Tinytown', country: 'DEU' },
      year: 2025,
      population: 1000,
      gwpSet: 'AR6',
      rows: [
        { ref: 'I.1.1', co2eTonnes: 200, gases: { CO2: 200 }, ...from },
        { ref: 'I.1.2', co2eTonnes: 50, gases: { CO2: 50 }, ...from },
        { ref: 'III.1.1', co2eTonnes: 270, gases: { 'CH4-biogenic': 10 }, ...from },
        { ref: 'II.4.1', co2eTonnes: { keys: ['NO'], explanation: 'no airfield' }, ...from },
      ],
    },
  ],
  baseline: {
    baseYear: 2025,
    horizonYear: 2035,
    gwpSet: 'AR6',
    boundary: 'basic',
    cells: [
      {
        id: 'I.1.1:space-heating:natural-gas',
        ref: 'I.1.1',
        use: 'space-heating',
        carrier: 'natural-gas',
        amount: 1000,
        unit: 'MWh',
        factors: { CO2: 0.2 },
        activityDrivers: ['flat'],
        intensityDrivers: [],
        stockLifetimeYears: 20,
        price: 'gas',
        uncertainty: { activity: exact, factor: exact },
        ...from,
      },
      {
        id: 'I.1.2:space-heating:grid-electricity',
        ref: 'I.1.2',
        use: 'space-heating',
        carrier: 'grid-electricity',
        amount: 100,
        unit: 'MWh',
        factors: { CO2: 0.5 },
        activityDrivers: ['flat'],
        intensityDrivers: [],
        price: 'power',
        uncertainty: { activity: exact, factor: exact },
        ...from,
      },
      {
        id: 'III.1.1:landfill:mixed-msw',
        ref: 'III.1.1',
        use: 'landfill',
        carrier: 'mixed-msw',
        amount: 500,
        unit: 't',
        factors: { 'CH4-biogenic': 0.02 },
        activityDrivers: ['flat'],
        intensityDrivers: [],
        uncertainty: { activity: exact, factor: exact },
        ...from,
      },
    ],
    drivers: [{ id: 'flat', label: 'Nothing changes', moves: 'activity', points: [{ year: 2025, index: 1 }], ...from }],
  },
  targets: [{ id: 'half', kind: 'custom', parameters: { reduction2030: 0.5 } }],
  mainTarget: 'half',
  actions: [
    {
      id: 'insulate',
      name: 'Insulate',
      sector: 'stationary-energy',
      levers: [{ kind: 'reduce-activity', select: { uses: ['space-heating'] }, size: fixed(0.5), ...from }],
      schedule: { startYear: 2026, size: 1 },
      adoption: { rampYears: 0, shape: 'step' },
      lifetimeYears: 30,
      renew: true,
      cost: { capital: fixed(10_000), operatingPerYear: fixed(100), derivation: [], ...from },
      payers: { city: 0.5, national: 0, households: 0.5, business: 0 },
      lowIncomeBenefitShare: fixed(0.3),
      powers: [],
      coBenefits: [],
      hazards: [],
      indicators: [],
      sources: ['tiny'],
    },
    {
      id: 'heat-pumps',
      name: 'Heat pumps',
      sector: 'stationary-energy',
      levers: [
        {
          kind: 'shift-carrier',
          select: { uses: ['space-heating'], carriers: ['natural-gas'] },
          size: fixed(0.4),
          to: { carrier: 'grid-electricity' },
          ratio: fixed(0.3),
          ...from,
        },
      ],
      schedule: { startYear: 2026, size: 1 },
      adoption: { rampYears: 0, shape: 'step' },
      lifetimeYears: 30,
      renew: true,
      cost: { capital: fixed(50_000), operatingPerYear: fixed(0), derivation: [], ...from },
      payers: { city: 0, national: 0, households: 1, business: 0 },
      lowIncomeBenefitShare: fixed(0.2),
      powers: [],
      coBenefits: [],
      hazards: [],
      indicators: [],
      sources: ['tiny'],
    },
  ],
  finance: {
    currency: 'EUR',
    priceYear: 2025,
    discountRate: 0.04,
    prices: { gas: { perUnit: 80, growthPerYear: 0, ...from }, power: { perUnit: 250, growthPerYear: 0, ...from } },
  },
  context: {},
  sources: {
    tiny: { id: 'tiny', title: 'Made for a test', publisher: 'Thousand Cities', year: 2026, licence: 'CC-BY-4.0' },
  },
};
