/** Explain what one cell emits in one year: streams → activity × drivers × levers × factor × warming potential. */
import { driverIndex, type Cell } from '../../action/index.ts';
import { CHANNELS, channelOf, gwpOf } from '../../gas.ts';
import { adoptionAt, leverAt, type ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

export type PathName = 'bau' | 'plan';

/** t CO2e of one stream in year index `y`. Under business-as-usual only own streams are left, untouched. */
export function streamValue(context: ExplainContext, s: number, y: number, path: PathName): number {
  const { compiled } = context;
  const base = compiled.base[s * compiled.years.length + y]!;
  const mover = compiled.mover[s]!;
  if (path === 'bau') return mover < 0 ? base : 0;
  let value = base;
  if (mover >= 0) value *= compiled.moverEffect[s]! * adoptionAt(context, compiled.moverCurve[s]!, y);
  for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
    value *= 1 - compiled.termEffect[t]! * adoptionAt(context, compiled.termCurve[t]!, y);
  }
  return value;
}

/** t CO2e of a cell inside the plan's boundary. */
export function cellValue(context: ExplainContext, cell: number, y: number, path: PathName): number {
  return streamsOfCell(context, cell).reduce((sum, s) => sum + streamValue(context, s, y, path), 0);
}

function streamsOfCell({ compiled }: ExplainContext, cell: number): number[] {
  const streams: number[] = [];
  for (let s = 0; s < compiled.streamCount; s++) {
    if (compiled.cell[s] === cell && emits(compiled, s)) streams.push(s);
  }
  return streams;
}

function emits(compiled: ExplainContext['compiled'], s: number): boolean {
  const n = compiled.years.length;
  return compiled.base.subarray(s * n, (s + 1) * n).some((value) => value !== 0);
}

/** The tree of one cell in one year. */
export function explainCell(context: ExplainContext, cellIndex: number, y: number, path: PathName): ExplainNode {
  const cell = context.cells[cellIndex]!;
  const streams = streamsOfCell(context, cellIndex).filter((s) => path === 'plan' || context.compiled.mover[s]! < 0);
  return node(
    {
      kind: 'cell',
      label: cell.id,
      value: cellValue(context, cellIndex, y, path),
      unit: 't CO2e',
      formula: streams.length > 1 ? 'sum of its streams' : undefined,
      provenance: cell.provenance,
      sources: sourcesOf(context.plan, cell.sources),
      note: cell.note,
      path: path === 'plan' ? `cells.${cell.id}.${context.compiled.years[y]}` : undefined,
    },
    streams.map((s) => explainStream(context, s, y, path)),
  );
}

function explainStream(context: ExplainContext, s: number, y: number, path: PathName): ExplainNode {
  const { compiled } = context;
  const mover = compiled.moverLever[s]!;
  const levers: ExplainNode[] = [];
  if (path === 'plan') {
    if (mover >= 0) levers.push(leverNode(context, mover, compiled.moverCurve[s]!, y, 'moved'));
    for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
      levers.push(leverNode(context, compiled.termLever[t]!, compiled.termCurve[t]!, y, 'remaining'));
    }
  }
  const label = mover < 0 ? 'what the cell itself emits' : `what ${leverAt(context, mover).action.name} brings here`;
  return node(
    {
      kind: mover < 0 ? 'own-stream' : 'moved-stream',
      label,
      value: streamValue(context, s, y, path),
      unit: 't CO2e',
      formula: levers.length > 0 ? 'business-as-usual × Π of the lever factors below' : 'business-as-usual',
    },
    [baseNode(context, s, y), ...levers],
  );
}

function leverNode(
  context: ExplainContext,
  lever: number,
  curve: number,
  y: number,
  as: 'moved' | 'remaining',
): ExplainNode {
  const { action, lever: found } = leverAt(context, lever);
  const adoption = adoptionAt(context, curve, y);
  const effect = found.size.central;
  const sinkOrMove = as === 'moved';
  return node(
    {
      kind: sinkOrMove ? 'lever-moves' : 'lever-factor',
      label: `${action.name}: ${found.kind}`,
      value: sinkOrMove ? effect * adoption : 1 - effect * adoption,
      formula: sinkOrMove ? 'effect × adoption' : '1 − effect × adoption',
      provenance: found.provenance,
      sources: sourcesOf(context.plan, found.sources),
      note: found.note,
    },
    [
      node({
        kind: 'lever-effect',
        label: 'effect at full adoption',
        value: effect,
        interval: found.size,
        provenance: found.provenance,
        sources: sourcesOf(context.plan, found.sources),
      }),
      node(
        {
          kind: 'adoption',
          label: `adoption in ${context.compiled.years[y]}`,
          value: adoption,
          formula: 'size × curve since the start year',
          note: `size ${action.schedule.size} from ${action.schedule.startYear}, ${action.adoption.shape} over ${action.adoption.rampYears} years`,
        },
        [],
      ),
    ],
  );
}

/** Business-as-usual of a stream: one node per channel, each activity × factor × GWP. */
function baseNode(context: ExplainContext, s: number, y: number): ExplainNode {
  const { compiled, cells } = context;
  const cell = cells[compiled.cell[s]!]!;
  const n = compiled.years.length;
  const channels = CHANNELS.flatMap((channel, c) => {
    const tonnes = compiled.baseByChannel[(s * CHANNELS.length + c) * n + y]!;
    return tonnes === 0 ? [] : [channelNode(context, s, y, cell, channel, tonnes, compiled.channelWeight[c]!)];
  });
  return node(
    {
      kind: 'business-as-usual',
      label: `business-as-usual in ${compiled.years[y]}`,
      value: compiled.base[s * n + y]!,
      unit: 't CO2e',
      formula: 'Σ gases: activity × factor × GWP100',
    },
    compiled.source[s]! < 0 ? channels : [activityNode(context, s, y), ...channels],
  );
}

function activityNode(context: ExplainContext, s: number, y: number): ExplainNode {
  const { compiled, cells, plan } = context;
  const source = cells[compiled.source[s]!]!;
  const emitter = cells[compiled.cell[s]!]!;
  const drivers = source.activityDrivers.map((id) => driverNode(context, id, y));
  const mover = compiled.moverLever[s]!;
  const moved = mover < 0 ? undefined : leverAt(context, mover).lever;
  const ratio = moved && 'ratio' in moved ? moved.ratio : undefined;
  const share = emitter.derivedFrom?.share;
  const value =
    source.amount *
    drivers.reduce((product, driver) => product * Number(driver.value), 1) *
    (ratio?.central ?? 1) *
    (share ?? 1);
  return node(
    {
      kind: 'activity',
      label: `activity in ${compiled.years[y]}`,
      value,
      unit: emitter.unit,
      formula: 'base-year amount × drivers',
    },
    [
      node({
        kind: 'amount',
        label: `${source.id} in ${plan.baseline.baseYear}`,
        value: source.amount,
        unit: source.unit,
        provenance: source.provenance,
        sources: sourcesOf(plan, source.sources),
        note: source.note,
      }),
      ...drivers,
      ...(ratio
        ? [
            node({
              kind: 'ratio',
              label: `${emitter.unit} here per ${source.unit} there`,
              value: ratio.central,
              interval: ratio,
            }),
          ]
        : []),
      ...(share === undefined
        ? []
        : [node({ kind: 'share', label: `share of ${emitter.derivedFrom!.cell}`, value: share })]),
    ],
  );
}

function channelNode(
  context: ExplainContext,
  s: number,
  y: number,
  cell: Cell,
  channel: (typeof CHANNELS)[number],
  tonnes: number,
  weight: number,
): ExplainNode {
  const { inputs, plan, compiled } = context;
  const species = Object.entries(cell.factors).filter(
    ([name, factor]) => factor && name !== 'CO2-biogenic' && channelOf(name) === channel,
  );
  const intensity = cell.intensityDrivers.filter((id) => {
    const driver = plan.baseline.drivers.find((other) => other.id === id);
    return !driver?.channels || driver.channels.includes(channel);
  });
  return node(
    {
      kind: 'gas',
      label: channel,
      value: tonnes * weight,
      unit: 't CO2e',
      formula: 'activity × factor × intensity × GWP100',
    },
    [
      ...species.flatMap(([name, factor]) => [
        node({
          kind: 'factor',
          label: `${name} factor`,
          value: factor!,
          unit: `t/${cell.unit}`,
          provenance: cell.provenance,
          sources: sourcesOf(plan, cell.sources),
          note: cell.note,
        }),
        node({
          kind: 'gwp',
          label: `${name} GWP100 (${inputs.gwpSet.id})`,
          value: gwpOf(inputs.gwpSet, name),
          note: inputs.gwpSet.source,
        }),
      ]),
      ...(compiled.source[s]! < 0 ? [] : intensity.map((id) => driverNode(context, id, y))),
    ],
  );
}

/** A driver's index in a year. */
export function driverNode(context: ExplainContext, id: string, y: number): ExplainNode {
  const { plan, compiled } = context;
  const driver = plan.baseline.drivers.find((other) => other.id === id)!;
  return node({
    kind: 'driver',
    label: driver.label,
    value: driverIndex(driver, compiled.years[y]!),
    unit: `index, ${plan.baseline.baseYear} = 1`,
    provenance: driver.provenance,
    sources: sourcesOf(plan, driver.sources),
    note: driver.note,
    path: `drivers.${id}.${compiled.years[y]}`,
  });
}
