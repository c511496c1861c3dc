/** Starts and stops the optimiser's worker, and keeps its state. */
import type { Plan, ReferenceSlice } from '@thousand-cities/model';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { OptimiseMode, OptimiseReply, OptimiseRequest } from './messages.ts';
import { optimiseAfter, type OptimiseState } from './state.ts';

/** A worker deep in one solver call hears a cancel only when it ends; after this it is ended by force. */
const PATIENCE_MS = 1500;

export interface StartOptions {
  readonly mode: OptimiseMode;
  readonly capitalPerYear?: number;
}

export interface OptimiserHandle {
  readonly state: OptimiseState;
  readonly start: (options: StartOptions) => void;
  readonly cancel: () => void;
}

export function useOptimiser(plan: Plan, slice: ReferenceSlice): OptimiserHandle {
  const [state, send] = useReducer(optimiseAfter, { phase: 'rest' });
  const worker = useRef<Worker | undefined>(undefined);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const start = ({ mode, capitalPerYear }: StartOptions) => {
    end();
    const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    fresh.onmessage = ({ data }: MessageEvent<OptimiseReply>) => {
      send(data);
      if (data.kind !== 'progress') end();
    };
    fresh.onerror = (event) => {
      send({ kind: 'failed', code: 'fault', message: event.message });
      end();
    };
    send({ kind: 'started', mode });
    const limit = capitalPerYear === undefined ? {} : { capitalPerYear };
    fresh.postMessage({ kind: 'start', mode, plan, slice, ...limit } satisfies OptimiseRequest);
  };

  const cancel = () => {
    const running = worker.current;
    if (!running) return;
    send({ kind: 'cancelling' });
    running.postMessage({ kind: 'cancel' } satisfies OptimiseRequest);
    setTimeout(() => {
      if (worker.current !== running) return;
      end();
      send({ kind: 'ended' });
    }, PATIENCE_MS);
  };
  return { state, start, cancel };
}
