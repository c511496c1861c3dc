/** Ask the worker for the draws of the plan on screen, once it has rested; older answers are dropped. */
import type { Plan, ReferenceSlice } from '@thousand-cities/model';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { UncertaintyReply, UncertaintyRequest, UncertaintyResult } from './messages.ts';

const REST_MS = 250;
/** Of a plan's own page, and of every comparison. */
export const DRAWS = 2048;
export const SEED = 1;

export interface Draws {
  readonly result: UncertaintyResult | undefined;
  /** The result belongs to an earlier state of the plan. */
  readonly stale: boolean;
}

export function useDraws(plan: Plan, slice: ReferenceSlice): Draws {
  const worker = useRef<Worker | undefined>(undefined);
  const [answer, setAnswer] = useState<{ plan: Plan; result: UncertaintyResult }>();
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      worker.current?.terminate();
      const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.current = fresh;
      fresh.onmessage = ({ data }: MessageEvent<UncertaintyReply>) => {
        if ('result' in data) setAnswer({ plan, result: data.result });
      };
      fresh.postMessage({ id: 0, plan, slice, draws: DRAWS, seed: SEED } satisfies UncertaintyRequest);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [plan, slice]);
  const result = answer?.result;
  const stale = answer?.plan !== plan;
  return useMemo(() => ({ result, stale }), [result, stale]);
}
