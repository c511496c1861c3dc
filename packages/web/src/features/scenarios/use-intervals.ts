/** Draws of several plans, one after another in one worker: cheap enough for intervals, and the page never waits. */
import type { Outcome, Plan, ReferenceSlice } from '@thousand-cities/model';
import { useEffect, useState } from 'react';
import type { UncertaintyReply, UncertaintyRequest } from '../uncertainty/messages.ts';

/** Fewer than on a plan's own page: the 5th and 95th percentile of 512 draws are good to a few per cent. */
const DRAWS = 512;
const SEED = 1;

/** What draws say of a plan. */
export interface Interval {
  /** 90 % interval of emissions in the last year, t CO2e. */
  readonly left: readonly [number, number] | undefined;
  /** Chance to be at or below the target in the last year. */
  readonly probability: number | undefined;
}

export interface Drawn {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly slice: ReferenceSlice;
}

function intervalOf(reply: UncertaintyReply): Interval {
  if (!('result' in reply)) return { left: undefined, probability: undefined };
  const { fan, probability } = reply.result;
  const low = fan?.plan.p05.at(-1);
  const high = fan?.plan.p95.at(-1);
  return {
    left: low !== undefined && high !== undefined ? [low, high] : undefined,
    probability: probability.meetsTarget?.at(-1),
  };
}

/** Intervals by plan, as they come; undefined while a plan is being drawn. */
export function useIntervals(drawn: readonly Drawn[]): ReadonlyMap<Plan, Interval> {
  const [intervals, setIntervals] = useState<ReadonlyMap<Plan, Interval>>(new Map());
  useEffect(() => {
    const waiting = drawn.filter(({ plan }) => !intervals.has(plan));
    if (waiting.length === 0) return;
    const worker = new Worker(new URL('../uncertainty/worker.ts', import.meta.url), { type: 'module' });
    const [next] = waiting;
    worker.onmessage = ({ data }: MessageEvent<UncertaintyReply>) =>
      setIntervals((before) => new Map(before).set(next!.plan, intervalOf(data)));
    const { plan, slice } = next!;
    worker.postMessage({ id: 0, plan, slice, draws: DRAWS, seed: SEED } satisfies UncertaintyRequest);
    return () => worker.terminate();
  }, [drawn, intervals]);
  return intervals;
}
