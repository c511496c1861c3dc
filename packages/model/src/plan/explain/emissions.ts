/** Explain sums over cells: a year's total, a sector, a gas, a cumulative figure, the gap to the target. */
import { CHANNELS, type Channel } from '../../gas.ts';
import { sectorOf } from '../../inventory/index.ts';
import { excessOver } from '../../pathway/index.ts';
import { cellValue, explainCell, streamValue, type PathName } from './cell.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';
import { explainBudget, targetOf } from './target.ts';

const NAMES: Readonly<Record<PathName, string>> = {
  bau: 'business-as-usual emissions',
  plan: 'emissions under the plan',
};

/** Emissions of a year: by sector, then by cell. Cells of nothing are left out. */
export function explainEmissions(context: ExplainContext, y: number, path: PathName): ExplainNode {
  const sectors = ['I', 'II', 'III', 'IV', 'V'].map((sector) => explainSector(context, y, sector, path));
  return node(
    {
      kind: `emissions-${path}`,
      label: `${NAMES[path]} in ${context.compiled.years[y]}`,
      value: sum(sectors),
      unit: 't CO2e',
      formula: `Σ cells counted by ${context.plan.baseline.boundary}`,
      path: `emissions.${path}.${context.compiled.years[y]}`,
    },
    sectors.filter((sector) => sector.children.length > 0),
  );
}

/** Emissions of one GPC sector in a year, by cell, largest first. */
export function explainSector(context: ExplainContext, y: number, sector: string, path: PathName): ExplainNode {
  const cells = context.cells
    .map((cell, index) => ({ cell, index, value: cellValue(context, index, y, path) }))
    .filter(({ cell, value }) => sectorOf(cell.ref) === sector && value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const children = cells.map(({ index }) => explainCell(context, index, y, path));
  return node(
    {
      kind: 'sector',
      label: `sector ${sector}`,
      value: sum(children),
      unit: 't CO2e',
      formula: 'Σ cells',
      path: path === 'plan' ? `bySector.${sector}.${context.compiled.years[y]}` : undefined,
    },
    children,
  );
}

/** One gas over all cells, tonnes of the gas (`fgas` in t CO2e). */
export function explainGas(context: ExplainContext, y: number, channel: Channel): ExplainNode {
  const { compiled, cells } = context;
  const c = CHANNELS.indexOf(channel);
  const n = compiled.years.length;
  const byCell = new Map<number, number>();
  for (let s = 0; s < compiled.streamCount; s++) {
    const base = compiled.base[s * n + y]!;
    const tonnes = compiled.baseByChannel[(s * CHANNELS.length + c) * n + y]!;
    if (base === 0 || tonnes === 0) continue;
    const cell = compiled.cell[s]!;
    byCell.set(cell, (byCell.get(cell) ?? 0) + (streamValue(context, s, y, 'plan') / base) * tonnes);
  }
  const children = [...byCell].map(([cell, tonnes]) =>
    node({
      kind: 'cell-gas',
      label: cells[cell]!.id,
      value: tonnes,
      unit: unitOf(channel),
      provenance: cells[cell]!.provenance,
      sources: sourcesOf(context.plan, cells[cell]!.sources),
      path: `cells.${cells[cell]!.id}.${compiled.years[y]}`,
    }),
  );
  children.sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)));
  return node(
    {
      kind: 'gas-total',
      label: `${channel} in ${compiled.years[y]}`,
      value: sum(children),
      unit: unitOf(channel),
      formula: 'Σ cells',
    },
    children,
  );
}

const unitOf = (channel: Channel) => (channel === 'fgas' ? 't CO2e' : `t ${channel}`);

/** Plan minus target in a year, in what the target counts: CO2e, or CO2 alone for a carbon budget. */
export function explainGap(context: ExplainContext, y: number, target: ExplainNode): ExplainNode {
  const co2Only = target.unit === 't CO2';
  const plan = co2Only ? explainGas(context, y, 'co2') : explainEmissions(context, y, 'plan');
  return node(
    {
      kind: 'gap',
      label: `gap to the target in ${context.compiled.years[y]}`,
      value: target.value === null ? null : Number(plan.value) - Number(target.value),
      unit: co2Only ? 't CO2' : 't CO2e',
      formula: 'plan − target; positive is above the ceiling',
    },
    [plan, target],
  );
}

/** Tonnes above the budget of a target over all its years; nought where it is kept. */
export function explainOverBudget(context: ExplainContext, id?: string): ExplainNode {
  const target = targetOf(context, id);
  const { years, emissions, byGas } = context.outcome;
  const co2Only = target.counts === 'co2';
  const series = co2Only ? byGas.co2 : emissions.plan;
  const from = target.budget?.fromYear ?? years[0]!;
  const unit = co2Only ? 't CO2' : 't CO2e';
  const emitted = years.flatMap(
    (year, y) =>
    year < from ? [] : [node({ kind: 'year', label: String(year), value: series[y]!, unit, path: `${co2Only ? 'byGas.co2' : 'emissions.plan'}.${year}` })], // prettier-ignore
  );
  return node(
    {
      kind: 'over-budget',
      label: `above the budget of ${target.id}`,
      value: excessOver(target, series).budget,
      unit,
      formula: 'Σ years from the first of the budget − budget',
    },
    [explainBudget(context, target.id), ...emitted],
  );
}

/** Cumulative emissions after the base year. */
export function explainCumulative(context: ExplainContext, path: 'bau' | 'plan' | 'target'): ExplainNode {
  const { years, emissions, cumulative } = context.outcome;
  return node(
    {
      kind: 'cumulative',
      label: `cumulative ${path} emissions, ${years[1] ?? years[0]}–${years.at(-1)}`,
      value: cumulative[path],
      unit: 't CO2e',
      formula: 'Σ years after the base year',
    },
    years.slice(1).map((year, i) =>
      node({
        kind: 'year',
        label: String(year),
        value: emissions[path][i + 1]!,
        unit: 't CO2e',
        path: `emissions.${path}.${year}`,
      }),
    ),
  );
}

function sum(nodes: readonly ExplainNode[]): number {
  return nodes.reduce((total, { value }) => total + Number(value), 0);
}
