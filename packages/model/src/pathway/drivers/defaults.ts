/** Default trends of business-as-usual: how demand follows income, and how technique improves by itself. */
import type { Channel } from '../../gas.ts';
import type { CountryProfile } from '../../reference.ts';

export type IncomeGroup = CountryProfile['incomeGroup'];

/** One figure for each World Bank income group; where the group is unknown the upper-middle one stands in. */
export interface ByIncome {
  readonly low: number;
  readonly 'lower-middle': number;
  readonly 'upper-middle': number;
  readonly high: number;
}

export function byIncome(figures: ByIncome, group: IncomeGroup): number {
  return figures[group === 'unknown' ? 'upper-middle' : group];
}

/** Real growth of GDP per head per year at the start, 0.01 = 1 %. It approaches `LONG_RUN_GROWTH` by 2050. */
export const GROWTH_NOW: ByIncome = { low: 0.025, 'lower-middle': 0.035, 'upper-middle': 0.03, high: 0.013 };
export const LONG_RUN_GROWTH = 0.012;

/** Growth per head and year that countries of an income group went through, and the trends that were at work in it. */
export interface Observed {
  /** Median over countries of more than a million people, 2010-2019, by income group. */
  readonly growth: ByIncome;
  readonly what: string;
  readonly source: string;
  /** Ids of the trends whose change is part of the observed one. */
  readonly with: readonly string[];
}

/** A demand per head that follows income: index = (GDP per head index)^elasticity · (1 + drift)^years. */
export interface DemandDefault {
  readonly id: string;
  readonly label: string;
  readonly elasticity: ByIncome;
  /** Growth per year apart from income (climate, habits). */
  readonly drift?: number;
  /** 95th percentile factor of the index in 2050. */
  readonly factor95: number;
  /** What the elasticity was set to: with today's growth of income it gives about this. Absent: plain judgement. */
  readonly observed?: Observed;
  readonly note: string;
}

const ELECTRICITY: Observed = {
  growth: { low: 0.004, 'lower-middle': 0.027, 'upper-middle': 0.017, high: -0.001 },
  what: 'electricity per head',
  source: 'ember',
  with: ['appliance-efficiency'],
};

const TRANSPORT: Observed = {
  growth: { low: 0.006, 'lower-middle': 0.025, 'upper-middle': 0.025, high: -0.001 },
  what: 'transport emissions per head',
  source: 'edgar-v7',
  with: ['car-efficiency'],
};

export const DEMANDS: readonly DemandDefault[] = [
  {
    id: 'residential-demand',
    label: 'Heat and cooking per resident',
    elasticity: { low: 0.25, 'lower-middle': 0.2, 'upper-middle': 0.15, high: 0.1 },
    factor95: 1.25,
    observed: {
      growth: { low: -0.002, 'lower-middle': -0.002, 'upper-middle': -0.007, high: -0.016 },
      what: 'emissions of buildings per head',
      source: 'edgar-v7',
      with: ['heating-demand', 'building-efficiency'],
    },
    note: 'floor area, hot water and cooking per head rise with income and saturate',
  },
  {
    id: 'heating-demand',
    label: 'Need for heat, by climate',
    elasticity: { low: 0, 'lower-middle': 0, 'upper-middle': 0, high: 0 },
    drift: -0.004,
    factor95: 1.12,
    note: 'milder winters: heating degree days fall by about 0.4 % a year',
  },
  {
    id: 'appliance-demand',
    label: 'Light and appliances per resident',
    elasticity: { low: 0.8, 'lower-middle': 1.05, 'upper-middle': 0.9, high: 0.7 },
    factor95: 1.35,
    observed: ELECTRICITY,
    note: 'homes and shops are connected and equipped as income rises',
  },
  {
    id: 'cooling-demand',
    label: 'Cooling per resident',
    elasticity: { low: 1.2, 'lower-middle': 1.3, 'upper-middle': 1.2, high: 0.7 },
    drift: 0.005,
    factor95: 1.5,
    note: 'air conditioning spreads with income; summers grow hotter by about 0.5 % of cooling degree days a year',
  },
  {
    id: 'passenger-km',
    label: 'Passenger travel per resident',
    elasticity: { low: 0.7, 'lower-middle': 1, 'upper-middle': 1.1, high: 0.5 },
    factor95: 1.3,
    observed: TRANSPORT,
    note: 'travel by motor vehicle rises with income and saturates',
  },
  {
    id: 'freight',
    label: 'Freight per resident',
    elasticity: { low: 0.7, 'lower-middle': 0.95, 'upper-middle': 0.9, high: 0.5 },
    factor95: 1.3,
    observed: { ...TRANSPORT, with: ['truck-efficiency'] },
    note: 'goods transport follows income, less so in service economies',
  },
  {
    id: 'air-travel',
    label: 'Air travel per resident',
    elasticity: { low: 1.1, 'lower-middle': 1.1, 'upper-middle': 1, high: 0.8 },
    factor95: 1.4,
    note: 'flying grows faster than income until markets mature',
  },
  {
    id: 'waste-per-head',
    label: 'Waste per resident',
    elasticity: { low: 0.3, 'lower-middle': 0.3, 'upper-middle': 0.25, high: 0.1 },
    factor95: 1.25,
    note: 'waste per head rises with income and levels off',
  },
  {
    id: 'industry-output',
    label: 'Industrial output per resident',
    elasticity: { low: 1.2, 'lower-middle': 0.7, 'upper-middle': 0.2, high: 0.1 },
    factor95: 1.4,
    observed: {
      growth: { low: 0.03, 'lower-middle': 0.014, 'upper-middle': -0.006, high: -0.009 },
      what: 'emissions of manufacturing per head',
      source: 'edgar-v7',
      with: ['industry-efficiency'],
    },
    note: 'industry grows with income and gives way to services',
  },
  {
    id: 'refrigerant-bank',
    label: 'Refrigerant in use per resident',
    elasticity: { low: 1.2, 'lower-middle': 1.3, 'upper-middle': 1.2, high: 0.7 },
    drift: 0.005,
    factor95: 1.5,
    note: 'refrigerant in use follows cooling',
  },
];

/** A yearly change that comes by itself: index = (1 + rate)^years. */
export interface TrendDefault {
  readonly id: string;
  readonly label: string;
  readonly moves: 'activity' | 'intensity';
  readonly channels?: readonly Channel[];
  readonly rate: ByIncome;
  readonly factor95: number;
  readonly note: string;
}

const same = (rate: number): ByIncome => ({ low: rate, 'lower-middle': rate, 'upper-middle': rate, high: rate });

export const TRENDS: readonly TrendDefault[] = [
  {
    id: 'building-efficiency',
    label: 'Efficiency of buildings and heating',
    moves: 'activity',
    rate: { low: -0.003, 'lower-middle': -0.005, 'upper-middle': -0.006, high: -0.012 },
    factor95: 1.12,
    note: 'energy for the same warmth falls as boilers and shells are renewed under today’s rules',
  },
  {
    id: 'appliance-efficiency',
    label: 'Efficiency of appliances, lights and coolers',
    moves: 'activity',
    rate: same(-0.01),
    factor95: 1.15,
    note: 'energy for the same service falls as equipment is renewed',
  },
  {
    id: 'car-efficiency',
    label: 'Efficiency of cars and two-wheelers',
    moves: 'activity',
    rate: { low: -0.008, 'lower-middle': -0.01, 'upper-middle': -0.012, high: -0.012 },
    factor95: 1.2,
    note: 'fuel per kilometre falls as the fleet is renewed; electric cars are a lever of the plan, not part of this trend',
  },
  {
    id: 'truck-efficiency',
    label: 'Efficiency of lorries, buses, trains and machines',
    moves: 'activity',
    rate: same(-0.008),
    factor95: 1.15,
    note: 'fuel per kilometre and per hour falls as the fleet is renewed',
  },
  {
    id: 'aircraft-efficiency',
    label: 'Efficiency of aircraft and ships',
    moves: 'activity',
    rate: same(-0.013),
    factor95: 1.15,
    note: 'fuel per passenger and tonne falls with each generation of craft',
  },
  {
    id: 'industry-efficiency',
    label: 'Efficiency of industry',
    moves: 'activity',
    rate: same(-0.01),
    factor95: 1.15,
    note: 'energy and material for the same output fall',
  },
  {
    id: 'heat-network-intensity',
    label: 'Carbon in district heat and cold',
    moves: 'intensity',
    rate: { low: 0, 'lower-middle': -0.003, 'upper-middle': -0.007, high: -0.015 },
    factor95: 1.25,
    note: 'suppliers move slowly from coal and gas',
  },
  {
    id: 'refrigerant-potency',
    label: 'Warming potential of refrigerants',
    moves: 'intensity',
    channels: ['fgas'],
    rate: { low: -0.02, 'lower-middle': -0.02, 'upper-middle': -0.025, high: -0.04 },
    factor95: 1.4,
    note: 'the phase-down agreed in Kigali in 2016, as it reaches equipment in use',
  },
  {
    id: 'livestock',
    label: 'Livestock and farming in the city',
    moves: 'activity',
    rate: same(0),
    factor95: 1.3,
    note: 'held: herds and fields inside city limits do not follow the number of residents',
  },
];
