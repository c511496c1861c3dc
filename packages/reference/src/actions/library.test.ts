import {
  channelOf,
  co2eOf,
  defaultActions,
  evaluateReadable,
  instantiateAction,
  LEVER_KINDS,
  refWithin,
  selects,
  toPlanMoney,
  type Action,
  type ActionContext,
  type Lever,
} from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { readTable } from '../node.ts';
import { parseSources } from '../sources.ts';
import { parseSplitShares } from '../splits/index.ts';
import { TableError } from '../table.ts';
import { parseActionLibrary, parseActionSources } from './load.ts';
import { contextOf, TWELVE } from './twelve-cities.case.ts';

const library = parseActionLibrary(readTable);
const cities = TWELVE.map((sketch) => ({ sketch, context: contextOf(sketch, library) }));
const fitted = cities.map(({ sketch, context }) => ({
  sketch,
  context,
  ...defaultActions(library.templates, context),
}));

describe('the action library', () => {
  it('holds at least 60 actions in all six sectors and every kind of lever', () => {
    expect(library.templates.length).toBeGreaterThanOrEqual(60);
    expect(new Set(library.templates.map(({ sector }) => sector)).size).toBe(6);
    const kinds = new Set(library.templates.flatMap(({ levers }) => levers.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(LEVER_KINDS));
  });

  it('speaks English and Indonesian of every action, in different words', () => {
    for (const { id, words } of library.templates) {
      expect(words['en']!.name, id).not.toBe(words['id']!.name);
      expect(words['id']!.description.length, id).toBeGreaterThan(20);
      expect(words['en']!.description.endsWith('.'), id).toBe(true);
    }
  });

  it('names the source of every figure, and every source is listed', () => {
    const known = new Set(
      [...parseSources(readTable('sources')), ...parseActionSources(readTable)].map(({ id }) => id),
    );
    for (const { actions } of fitted) {
      for (const action of actions) {
        const used = [...action.sources, ...action.cost.sources, ...action.levers.flatMap(({ sources }) => sources)];
        expect(used.length, action.id).toBeGreaterThan(0);
        for (const id of used) expect(known.has(id), `${action.id}: ${id}`).toBe(true);
      }
    }
  });

  it('calls a figure a default only where a publication stands behind it', () => {
    const rows = library.templates.flatMap(({ id, levers, costs }) => [
      ...levers.flatMap(({ sizes }) => sizes.map((row) => ({ id, ...row }))),
      ...costs.map((row) => ({ id, ...row })),
    ]);
    const unnamed = rows.filter(({ provenance, source }) => provenance === 'default' && source === 'assumption');
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  it('keeps contracts for power below what new plants can be held to', () => {
    const contracts = library.templates.find(({ id }) => id === 'renewable-procurement')!;
    // 60 % of sales renewable, 65 % of that under contracts of ten years and more: 39 % (California, SB 350 and SB 100).
    for (const { size } of contracts.levers[0]!.sizes) expect(size.central).toBeLessThanOrEqual(0.39);
    for (const locale of ['en', 'id']) {
      expect(contracts.words[locale]!.description).toMatch(/inventory by location|berbasis lokasi/);
    }
  });

  it('keeps every size within its physical limit and in order', () => {
    for (const { id, levers } of library.templates) {
      for (const { sizes, limit } of levers) {
        for (const { size } of sizes) {
          expect(size.low <= size.central && size.central <= size.high && size.high <= limit, id).toBe(true);
          expect(size.low, id).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('selects with every lever some cell that an inventory can hold', () => {
    const shares = parseSplitShares(readTable);
    const possible = (select: Lever['select']) =>
      shares.uses.some(
        ({ refs, use, carriers }) =>
          (select.uses?.includes(use) ?? true) &&
          (select.carriers?.some((carrier) => carriers.includes(carrier)) ?? true) &&
          (select.refs?.some((ref) => refs.some((other) => refWithin(ref, other) || refWithin(other, ref))) ?? true),
      ) || select.uses?.includes('land');
    for (const { id, levers } of library.templates) {
      for (const lever of levers) if (lever.kind !== 'add-sink') expect(possible(lever.select), id).toBe(true);
    }
  });

  it('binds a channel only where the selected use emits on it', () => {
    for (const { sketch, context, actions } of fitted) {
      for (const { id, levers } of actions) {
        for (const lever of levers) {
          if ((lever.kind !== 'capture' && lever.kind !== 'change-factor') || !lever.channels) continue;
          const channels = new Set(
            context.cells
              .filter((cell) => cell.amount > 0 && selects(lever.select, cell))
              .flatMap(({ factors }) => Object.keys(factors).map(channelOf)),
          );
          expect(
            lever.channels.some((channel) => channels.has(channel)),
            `${id} in ${sketch.name}`,
          ).toBe(true);
        }
      }
    }
  });
});

describe.each(fitted)('the library in $sketch.name', ({ context, actions, skipped }) => {
  it('offers each action or says why not', () => {
    expect(actions.length + skipped.length).toBe(library.templates.length);
    expect(new Set([...actions, ...skipped].map(({ id }) => id)).size).toBe(library.templates.length);
    for (const { reason } of skipped) expect(reason.length).toBeGreaterThan(10);
    expect(actions.length).toBeGreaterThan(10);
  });

  it('starts every action at size 0 in the start year, with ranges in order and costs that can be retraced', () => {
    for (const action of actions) {
      expect(action.schedule).toEqual({ startYear: 2026, size: 0 });
      for (const range of [action.cost.capital, action.cost.operatingPerYear, action.lowIncomeBenefitShare]) {
        expect(range.low <= range.central && range.central <= range.high, action.id).toBe(true);
      }
      expect(action.cost.capital.low, action.id).toBeGreaterThanOrEqual(0);
      expect(action.cost.capital.high + Math.abs(action.cost.operatingPerYear.high), action.id).toBeGreaterThan(0);
      expect(action.cost.derivation.length, action.id).toBeGreaterThan(0);
      for (const lever of action.levers) {
        expect(lever.size.low).toBeGreaterThanOrEqual(0);
        expect(lever.size.high).toBeLessThanOrEqual(1);
      }
    }
  });

  it('requires and excludes only what is there', () => {
    const ids = new Set(actions.map(({ id }) => id));
    for (const { requires = [], excludes = [] } of actions) {
      for (const id of [...requires, ...excludes]) expect(ids.has(id)).toBe(true);
    }
  });

  it('leaves no cell below zero but sinks, and emits less than before, when all is done at once', () => {
    const { first, last } = fullEffort(context, actions);
    const sinks = new Set(['V.2:land:none', ...context.cells.filter(({ sink }) => sink).map(({ id }) => id)]);
    for (const [id, { emissions }] of last.cells) {
      if (!sinks.has(id)) expect(emissions, id).toBeGreaterThanOrEqual(-1e-9);
    }
    expect(last.total).toBeLessThan(0.6 * first.total);
  });
});

it.each(['delta capital', 'sahel capital', 'baltic city'])('has an effect with every single action in %s', (name) => {
  const { context, actions } = fitted.find(({ sketch }) => sketch.name === name)!;
  const { last: without } = fullEffort(context, []);
  for (const action of actions) {
    const { last } = fullEffort(context, [action]);
    expect(Math.abs(last.total - without.total), action.id).toBeGreaterThan(0);
  }
});

/** Everything at size 1 and fully adopted at once, before and after; of two that exclude each other the first by name. */
function fullEffort(context: ActionContext, actions: readonly Action[]) {
  const chosen = actions
    .filter(({ id, excludes = [] }) => !actions.some((other) => other.id < id && excludes.includes(other.id)))
    .map((action): Action => ({
      ...action,
      schedule: { startYear: 2021, size: 1 },
      adoption: { rampYears: 0, shape: 'step' },
    }));
  const keys = new Set(context.cells.flatMap(({ price }) => (price === undefined ? [] : [price])));
  const price = { perUnit: 80, growthPerYear: 0, provenance: 'assumption', sources: [] } as const;
  const years = evaluateReadable({
    years: [2020, 2021],
    cells: context.cells.map(({ responseYears: _, ...cell }) => cell),
    drivers: [],
    actions: chosen,
    gwpSet: context.gwpSet,
    counts: () => true,
    finance: {
      currency: 'EUR',
      priceYear: 2024,
      discountRate: 0.04,
      prices: Object.fromEntries([...keys].map((key) => [key, price])),
    },
  });
  return { first: years[0]!, last: years.at(-1)! };
}

describe('costs', () => {
  it('multiplies the unit cost with what is affected, at the local price level', () => {
    const { context } = cities.find(({ sketch }) => sketch.name === 'baltic city')!;
    const template = library.templates.find(({ id }) => id === 'electric-buses')!;
    const action = instantiateAction(template, context) as Action;
    const fuel = context.cells
      .filter(({ ref, use, carrier }) => ref.startsWith('II.1') && use === 'bus' && carrier !== 'grid-electricity')
      .reduce((sum, { amount }) => sum + amount, 0);
    // A high-income country: price level 1. 2023 euro in euro of 2024 by consumer prices.
    const money = library.consumerPrices[2024]! / library.consumerPrices[2023]!;
    const { capital } = template.costs[0]!;
    const size = template.levers[0]!.sizes[0]!.size.central;
    expect(action.cost.capital.central).toBeCloseTo(fuel * size * capital.central * money, 3);
  });

  it('brings kroner of 2024 to euro by the rate of that year', () => {
    const { context } = cities[0]!;
    const rate = library.exchange.find(({ currency, year }) => currency === 'NOK' && year === 2024)!.eurPerUnit;
    expect(toPlanMoney({ currency: 'NOK', priceYear: 2024 }, context)).toBeCloseTo(rate, 12);
  });

  it('refuses a currency it has no rate for', () => {
    expect(() => toPlanMoney({ currency: 'XXX', priceYear: 2024 }, cities[0]!.context)).toThrow(/XXX of 2024/);
  });

  it('asks less for labour where labour costs less', () => {
    const cost = (name: string) => {
      const { context } = cities.find(({ sketch }) => sketch.name === name)!;
      const action = instantiateAction(
        library.templates.find(({ id }) => id === 'cycling-network')!,
        context,
      ) as Action;
      return action.cost.capital.central / context.city.population!;
    };
    expect(cost('sahel capital')).toBeLessThan(0.6 * cost('baltic city'));
  });
});

describe('faults in the tables', () => {
  const broken = (table: string, change: (text: string) => string) => () =>
    parseActionLibrary((name) => (name === table ? change(readTable(name)) : readTable(name)));

  it.each([
    [
      'an unknown requirement',
      'actions/actions',
      (t: string) => t.replace(',clean-heat-supply,', ',warm-water,'),
      /no action "warm-water"/,
    ],
    ['an unknown use', 'actions/levers', (t: string) => t.replace('space-heating', 'spaceheating'), /"spaceheating"/],
    [
      'a size above its limit',
      'actions/sizes',
      (t: string) => t.replace(/(rooftop-pv-homes,0,hot,,[\d.]+,[\d.]+),[\d.]+/, '$1,0.99'),
      /physical limit/,
    ],
    ['a lever without a size', 'actions/sizes', (t: string) => t.replace(/^telework,.*\n/gm, ''), /no size/],
    ['words for nobody', 'actions/names.id', (t: string) => `${t}ghost,Hantu,Tidak ada.\n`, /"ghost"/],
    ['a source nobody listed', 'actions/costs', (t: string) => t.replace('itdp-brt', 'hearsay'), /"hearsay"/],
    [
      'a one-sided exclusion',
      'actions/actions',
      (t: string) => t.replace(',basic-insulation,set-policy', ',,set-policy'),
      /does not exclude it/,
    ],
  ])('are refused with their place: %s', (_what, table, change, message) => {
    expect(change(readTable(table))).not.toBe(readTable(table));
    expect(broken(table, change)).toThrow(TableError);
    expect(broken(table, change)).toThrow(message);
  });
});

it('weighs nothing twice: base tonnes of every city equal its inventory', () => {
  for (const { sketch, context } of cities) {
    const total = context.cells.reduce((sum, cell) => sum + cell.amount * co2eOf(cell.factors, context.gwpSet), 0);
    const expected = Object.values(sketch.perHead).reduce((sum, tonnes) => sum + tonnes * sketch.population, 0);
    expect(Math.abs(total - expected)).toBeLessThan(1e-6 * expected);
  }
});
