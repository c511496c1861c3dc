/** Starts the claim's worker, gives it the cities, asks it whenever the question changes, and keeps what it says. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { api, ApiError } from '../../shared/api.ts';
import { createLane, type Lane } from './lane.ts';
import type { ClaimReply, ClaimRequest } from './messages.ts';
import { firstSession, sessionAfter, type ClaimSession, type Refusal } from './session.ts';
import { sameClaim, type ClaimChoice } from './state.ts';

/** Above this the page shows that it works. */
const SLOW_MS = 200;

export interface ClaimHandle {
  readonly session: ClaimSession;
  /** What is shown answers an earlier question. */
  readonly stale: boolean;
  /** It has done so for long enough to say so. */
  readonly slow: boolean;
  readonly retry: (what: 'cities' | 'climate') => void;
}

/** What the hook holds of a running worker. */
interface Running {
  readonly lane: Lane<ClaimChoice>;
  readonly post: (request: ClaimRequest, transfer?: Transferable[]) => void;
  readonly loadCities: () => void;
}

export function useClaim(choice: ClaimChoice): ClaimHandle {
  const [session, send] = useReducer(sessionAfter, firstSession);
  const running = useRef<Running | undefined>(undefined);

  useEffect(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const stop = new AbortController();
    const post: Running['post'] = (request, transfer = []) => worker.postMessage(request, transfer);
    let inFlight: ClaimChoice | undefined;
    const lane = createLane<ClaimChoice>((id, asked) => {
      inFlight = asked;
      post({ kind: 'ask', id, choice: asked });
    });
    const fail = (what: 'cities' | 'climate', refusal: Refusal) =>
      stop.signal.aborted || send({ kind: 'failed', what, refusal });
    const loadCities = () =>
      void api.thousandBytes(stop.signal).then(
        (document) => post({ kind: 'cities', document }, [document]),
        (error: unknown) => fail('cities', refusalOf(error)),
      );
    worker.onmessage = ({ data }: MessageEvent<ClaimReply>) => {
      const asked = inFlight;
      send({ kind: 'replied', reply: data, ...(asked && { choice: asked }) });
      if (data.kind === 'answer' || data.kind === 'refused') lane.answered(data.id);
      if (data.kind === 'roster' || data.kind === 'climate-ready') lane.opened();
      // The climate is asked for once the cities have been: tonnes come first on a thin line.
      if (data.kind === 'roster') post({ kind: 'climate' });
    };
    worker.onerror = ({ message }) => {
      lane.closed();
      fail('cities', { code: 'fault', message });
    };
    running.current = { lane, post, loadCities };
    loadCities();
    return () => {
      stop.abort();
      worker.terminate();
      running.current = undefined;
    };
  }, []);

  useEffect(() => running.current?.lane.ask(choice), [choice]);

  const retry = useCallback((what: 'cities' | 'climate') => {
    send({ kind: 'retried', what });
    if (what === 'cities') running.current?.loadCities();
    else running.current?.post({ kind: 'climate' });
  }, []);
  const stale = session.last !== undefined && !sameClaim(session.last.choice, choice);
  return { session, stale, slow: useAfter(SLOW_MS, stale), retry };
}

function refusalOf(error: unknown): Refusal {
  const code = error instanceof ApiError ? error.code : 'fault';
  return { code, message: error instanceof Error ? error.message : String(error) };
}

/** Whether something has been so for a while. */
function useAfter(milliseconds: number, on: boolean): boolean {
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setReached(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setReached(false);
    };
  }, [milliseconds, on]);
  return on && reached;
}
