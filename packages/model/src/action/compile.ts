/** Compile a plan to flat typed arrays: streams whose size is a product over actions. The design is in `compiled.ts`. */
import { CHANNELS } from '../gas.ts';
import type { Flow, Indexed } from './compile-flows.ts';
import { flowsOf, indexed } from './compile-flows.ts';
import type { CompiledPlan } from './compiled.ts';
import type { Emitting } from './emitting.ts';
import { emittingOf } from './emitting.ts';
import type { PlanInputs } from './inputs.ts';
import { baseYearOf, channelWeights, responseOf } from './inputs.ts';
import { isSinkLever } from './select.ts';
import { findSink } from './target-cells.ts';

/** A lever acting on a stream through one of its action's curves. */
interface Acting {
  readonly lever: number;
  readonly curve: number;
}

/** A stream before it is packed. */
interface Stream {
  readonly cell: number;
  readonly source: number;
  readonly mover: Acting | undefined;
  readonly terms: readonly Acting[];
  /** [channel] tonnes by year; absent where the stream carries none. */
  readonly channels: (Float64Array | undefined)[];
  bill: Float64Array | undefined;
}

/**
 * Compile cells, drivers and actions. Target cells that actions need are added (see `ensureTargetCells`), so `cellIds` may
 * hold more cells than were given. All actions are compiled, whatever their schedule: start and size are given to the
 * evaluator. Streams with nothing to emit or to bill are left out.
 *
 * @throws {DomainError} `plan-invalid`, `missing-figure`, `unknown-gas`, `out-of-range`
 */
export function compile(inputs: PlanInputs): CompiledPlan {
  baseYearOf(inputs.years);
  const plan = indexed(inputs);
  const emitting = emittingOf(plan);
  const flows = flowsOf(plan).flatMap((flow) => streamsOf(plan, flow, emitting(flow.cell)));
  const streams = [...flows, ...sinkStreams(plan)];
  return pack(plan, streams.filter(carriesAnything));
}

/** Split a flow into streams: channels (and the bill) that the same levers act on in the same way stay together. */
function streamsOf(plan: Indexed, flow: Flow, emitting: Emitting): Stream[] {
  const byKey = new Map<string, Stream>();
  const streamFor = (responseYears: number, atOnce: readonly number[]): Stream => {
    // Where nothing of the flow itself changes, it does not matter how fast the cell would follow.
    const waits = flow.mover >= 0 || flow.terms.length > 0;
    const key = `${waits ? responseYears : 0} ${atOnce.join()}`;
    const known = byKey.get(key);
    if (known) return known;
    const stream = {
      ...emptyStream(flow.cell, flow.source),
      mover: flow.mover < 0 ? undefined : acting(plan, flow.mover, responseYears),
      terms: [
        ...flow.terms.map((lever) => acting(plan, lever, responseYears)),
        ...atOnce.map((lever) => acting(plan, lever, 0)),
      ].sort((a, b) => a.lever - b.lever),
    };
    byKey.set(key, stream);
    return stream;
  };
  const { responseYears, channels, bill } = emitting;
  for (const { channel, factor, intensity, levers } of channels)
    streamFor(responseYears, levers).channels[channel] = flow.activity.map(
      (amount, y) => amount * factor * intensity[y]!,
    );
  if (bill) streamFor(0, bill.levers).bill = flow.activity.map((amount, y) => amount * bill.price[y]!);
  return [...byKey.values()];
}

/** Removals of added sinks: a moved stream of negative CO2 that comes from no cell. */
function sinkStreams(plan: Indexed): Stream[] {
  return plan.levers.flatMap((placed, lever) => {
    if (!isSinkLever(placed)) return [];
    const cell = findSink(plan.cells, placed.lever);
    if (!cell) throw new Error(`no sink cell for ${placed.action.id}; this is a bug, please report it`);
    if (!plan.counts(cell.ref)) return [];
    const tonnes = -placed.lever.units * placed.lever.tonnesPerUnitYear.central;
    const stream = emptyStream(plan.cells.indexOf(cell), -1);
    stream.channels[0] = new Float64Array(plan.years.length).fill(tonnes);
    return [{ ...stream, mover: acting(plan, lever, responseOf(cell)) }];
  });
}

function emptyStream(cell: number, source: number): Stream {
  return { cell, source, mover: undefined, terms: [], channels: CHANNELS.map(() => undefined), bill: undefined };
}

function acting(plan: Indexed, lever: number, responseYears: number): Acting {
  return { lever, curve: plan.curves.indexOf(plan.leverAction[lever]!, responseYears) };
}

function carriesAnything(stream: Stream): boolean {
  return [...stream.channels, stream.bill].some((series) => series?.some((value) => value !== 0) ?? false);
}

/** Lay streams out flat. */
function pack(plan: Indexed, streams: readonly Stream[]): CompiledPlan {
  const { cells, years, levers, leverAction, curves } = plan;
  const effectOf = (lever: number): number => levers[lever]!.lever.size.central;
  const terms = streams.flatMap((stream) => stream.terms);
  const ofTerms = (value: (term: Acting) => number): number[] => terms.map(value);
  const weights = Float64Array.from(channelWeights(plan.gwpSet));
  return {
    years: [...years],
    actionIds: plan.actions.map((action) => action.id),
    cellIds: cells.map((cell) => cell.id),
    streamCount: streams.length,
    ...series(streams, years.length, weights),
    cell: Int32Array.from(streams, (stream) => stream.cell),
    source: Int32Array.from(streams, (stream) => stream.source),
    mover: Int32Array.from(streams, ({ mover }) => (mover ? leverAction[mover.lever]! : -1)),
    moverEffect: Float64Array.from(streams, ({ mover }) => (mover ? effectOf(mover.lever) : 0)),
    moverCurve: Int32Array.from(streams, ({ mover }) => mover?.curve ?? -1),
    moverLever: Int32Array.from(streams, ({ mover }) => mover?.lever ?? -1),
    termStart: offsets(streams.map((stream) => stream.terms.length)),
    termAction: new Int32Array(ofTerms(({ lever }) => leverAction[lever]!)),
    termCurve: new Int32Array(ofTerms(({ curve }) => curve)),
    termEffect: new Float64Array(ofTerms(({ lever }) => effectOf(lever))),
    termLever: new Int32Array(ofTerms(({ lever }) => lever)),
    curveAction: Int32Array.from(curves.all, (curve) => curve.action),
    curveResponseYears: Float64Array.from(curves.all, (curve) => curve.responseYears),
    curveUnit: joined(curves.all.map((curve) => curve.unit)),
    leverAction: Int32Array.from(leverAction),
    leverIndex: Int32Array.from(levers, (placed) => placed.index),
    channelWeight: weights,
  };
}

function series(
  streams: readonly Stream[],
  yearCount: number,
  weights: Float64Array,
): Pick<CompiledPlan, 'base' | 'baseByChannel' | 'bill'> {
  const base = new Float64Array(streams.length * yearCount);
  const baseByChannel = new Float64Array(streams.length * CHANNELS.length * yearCount);
  const bill = new Float64Array(streams.length * yearCount);
  streams.forEach((stream, s) => {
    if (stream.bill) bill.set(stream.bill, s * yearCount);
    stream.channels.forEach((tonnes, c) => {
      if (!tonnes) return;
      baseByChannel.set(tonnes, (s * CHANNELS.length + c) * yearCount);
      for (let y = 0; y < yearCount; y++) base[s * yearCount + y]! += tonnes[y]! * weights[c]!;
    });
  });
  return { base, baseByChannel, bill };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function offsets(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (starts[i + 1] = starts[i]! + length));
  return starts;
}
