/** Draws of several plans, one after another in one worker: roughly first, then finely, and the page never waits. */
import type { Outcome, Plan, ReferenceSlice } from '@thousand-cities/model';
import { useEffect, useRef, useState } from 'react';
import type { UncertaintyReply, UncertaintyRequest } from '../uncertainty/messages.ts';
import { DRAWS, SEED } from '../uncertainty/use-draws.ts';
import { nextRound } from './draw-rounds.ts';

/** What draws say of a plan. */
export interface Interval {
  /** How many draws it rests on so far. */
  readonly draws: number;
  /** More are on their way. */
  readonly isRough: boolean;
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

function intervalOf(reply: UncertaintyReply, draws: number): Interval {
  const round = { draws, isRough: draws < DRAWS };
  // What cannot be drawn roughly cannot be drawn finely.
  if (!('result' in reply)) return { draws: DRAWS, isRough: false, left: undefined, probability: undefined };
  const { fan, probability } = reply.result;
  const low = fan?.plan.p05.at(-1);
  const high = fan?.plan.p95.at(-1);
  return {
    ...round,
    left: low !== undefined && high !== undefined ? [low, high] : undefined,
    probability: probability.meetsTarget?.at(-1),
  };
}

/** Intervals by plan, as they come; undefined while a plan is being drawn for the first time. */
export function useIntervals(drawn: readonly Drawn[]): ReadonlyMap<Plan, Interval> {
  const [intervals, setIntervals] = useState<ReadonlyMap<Plan, Interval>>(new Map());
  const worker = useRef<Worker | undefined>(undefined);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = undefined;
    },
    [drawn],
  );
  useEffect(() => {
    const next = nextRound(drawn, ({ plan }) => intervals.get(plan)?.draws, DRAWS);
    if (!next) return;
    const { plan, slice } = next.plan;
    worker.current ??= new Worker(new URL('../uncertainty/worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<UncertaintyReply>) =>
      setIntervals((before) => new Map(before).set(plan, intervalOf(data, next.draws)));
    worker.current.postMessage({ id: 0, plan, slice, draws: next.draws, seed: SEED } satisfies UncertaintyRequest);
  }, [drawn, intervals]);
  return intervals;
}
