/** What an action costs in a city: unit costs × what it affects there, in the plan's currency and price year. */
import { DomainError } from '../../errors.ts';
import { co2eOf } from '../../gas.ts';
import type { Provenance, Range } from '../../source.ts';
import type { CostTemplate } from '../template.ts';
import type { ActionCost } from '../types.ts';
import type { ActionContext, ActionPlace } from './context.ts';
import { closest, type FittedLever } from './levers.ts';

type Step = ActionCost['derivation'][number];

/**
 * Bring an amount of money to euro of another price year: exchange at the rate of its own year, then euro-area consumer prices.
 *
 * @throws {DomainError} `missing-figure` when the rate or a price index is not in the library
 */
export function toPlanMoney(costs: Pick<CostTemplate, 'currency' | 'priceYear'>, context: ActionContext): number {
  const { exchange, consumerPrices } = context.library;
  const { priceYear } = context.finance;
  const rate = exchange.find(({ currency, year }) => currency === costs.currency && year === costs.priceYear);
  const from = consumerPrices[costs.priceYear];
  const to = consumerPrices[priceYear];
  if (!rate || from === undefined || to === undefined) {
    const what = `${costs.currency} of ${costs.priceYear} in euro of ${priceYear}`;
    throw new DomainError('missing-figure', `the library cannot express ${what}`, ['finance', 'priceYear']);
  }
  return (rate.eurPerUnit * to) / from;
}

/** How many units a cost row multiplies with, and in what unit. */
function basisAmount(
  row: CostTemplate,
  fitted: readonly FittedLever[],
  context: ActionContext,
  place: ActionPlace,
): { readonly value: number; readonly unit: string } | undefined {
  const levers = row.lever === undefined ? fitted : fitted.filter(({ index }) => index === row.lever);
  switch (row.basis) {
    case 'person':
      return place.population === undefined ? undefined : { value: place.population, unit: 'person' };
    case 'sink-unit': {
      const sink = levers.find(({ lever }) => lever.kind === 'add-sink')?.lever;
      return sink?.kind === 'add-sink' ? { value: sink.units * sink.size.central, unit: sink.unit } : undefined;
    }
    case 'affected':
      return sumOver(levers, (cell) => (row.unit === undefined || cell.unit === row.unit ? cell.amount : 0), row.unit);
    case 'affected-co2e':
      return sumOver(levers, (cell) => cell.amount * co2eOf(cell.factors, context.gwpSet), 't CO2e');
  }
}

function sumOver(
  levers: readonly FittedLever[],
  amountOf: (cell: FittedLever['cells'][number]) => number,
  unit: string | undefined,
): { readonly value: number; readonly unit: string } | undefined {
  let value = 0;
  for (const { lever, cells } of levers) {
    for (const cell of cells) value += amountOf(cell) * lever.size.central;
  }
  return value > 0 ? { value, unit: `${unit ?? 'unit'}/yr` } : undefined;
}

const scaled = (range: Range, factor: number): Range => ({
  low: range.low * factor,
  central: range.central * factor,
  high: range.high * factor,
});

const added = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  central: a.central + b.central,
  high: a.high + b.high,
});

const NOTHING: Range = { low: 0, central: 0, high: 0 };

/**
 * Work out capital and operating cost at size 1: Σ over cost components of unit cost × basis × (1 − local + local × price level).
 * Energy bought or saved is not in it: that follows from cells and prices. A component that finds no basis costs nothing.
 *
 * @throws {DomainError} `missing-figure` from {@link toPlanMoney}
 */
export function actionCost(
  rows: readonly CostTemplate[],
  fitted: readonly FittedLever[],
  context: ActionContext,
  place: ActionPlace,
): ActionCost {
  let capital = NOTHING;
  let operating = NOTHING;
  let provenance: Provenance = 'default';
  const derivation: Step[] = [];
  const sources = new Set<string>();
  for (const component of new Set(rows.map((row) => row.component))) {
    const row = closest(
      rows.filter((candidate) => candidate.component === component),
      place,
    );
    const basis = row && basisAmount(row, fitted, context, place);
    if (!row || !basis) continue;
    const level = context.library.priceLevels[place.income];
    const localised = 1 - row.localShare + row.localShare * level;
    const factor = basis.value * localised * toPlanMoney(row, context);
    capital = added(capital, scaled(row.capital, factor));
    operating = added(operating, scaled(row.operatingPerYear, factor));
    if (row.provenance === 'assumption') provenance = 'assumption';
    sources.add(row.source);
    derivation.push(...steps(row, basis, localised, context.library.priceLevelSource));
  }
  return { capital, operatingPerYear: operating, provenance, sources: [...sources], derivation };
}

function steps(
  row: CostTemplate,
  basis: { readonly value: number; readonly unit: string },
  localised: number,
  levelSource: string | undefined,
): Step[] {
  const money = `${row.currency} (${row.priceYear})/(${basis.unit})`;
  const { component, source } = row;
  return [
    { name: `${component}: capital`, value: row.capital.central, unit: money, source },
    { name: `${component}: operating per year`, value: row.operatingPerYear.central, unit: money, source },
    { name: `${component}: applies to`, value: basis.value, unit: basis.unit },
    {
      name: `${component}: local price factor`,
      value: localised,
      unit: '1',
      ...(levelSource === undefined ? {} : { source: levelSource }),
    },
  ];
}
