/** The tool that searches for a better plan on a server that others share: a job of the caller, told of while it runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from '@hono/zod-openapi';
import type { Optimum } from '../evaluation/optimum.ts';
import { Id, VersionNumber } from '../workspace/schemas.ts';
import type { Ask } from './ask.ts';
import { answerOf, Better, LONGEST_SEARCH_SECONDS, OPTIMISE_TEXT } from './plan-tools.ts';
import { tool, ToolRefusal, type Running, type Tool } from './tool.ts';

/** An assistant waits for a minute at most; before that it is told where to look. */
const WAIT_MS = 45_000;
const LOOK_EVERY_MS = 500;

interface Job {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: number;
  readonly problemCode: string | null;
  readonly problem: string | null;
  readonly result: { readonly optimum: Optimum } | null;
}

const Answer = z.object({
  state: z.enum(['done', 'running']),
  jobId: Id,
  /** 0…1 of the seconds it may take. */
  progress: z.number(),
  better: Better.nullable(),
  next: z.string(),
});

/** The tool over the API. */
export const searchTool = (ask: Ask): Tool =>
  tool({
    name: 'optimise_plan',
    title: 'Find a better plan',
    description: `${OPTIMISE_TEXT} Takes up to \`seconds\` (30 when absent) as a job of this account, so the token needs the scope write. A search that is still running is answered with state \`running\` and its jobId: call again with \`jobId\` alone to wait for it, or cancel_job to end it.`,
    input: z.strictObject({
      plan: z.strictObject({ cityId: Id, planId: Id, version: VersionNumber.optional() }).optional(),
      jobId: Id.optional().describe('A search begun before, to wait for'),
      seconds: z.number().min(1).max(LONGEST_SEARCH_SECONDS).optional(),
      capitalPerYear: z.number().positive().max(1e15).optional(),
    }),
    output: Answer,
    run: async ({ plan, jobId, ...choices }, running) => {
      if ((plan === undefined) === (jobId === undefined)) {
        throw new ToolRefusal('bad-arguments', 'Give either the plan to begin with, or the jobId of a search that was begun.'); // prettier-ignore
      }
      const job = plan ? await begin(ask, plan, choices) : await look(ask, jobId!);
      return answer(await follow(ask, job, running));
    },
  });

async function begin(
  ask: Ask,
  { cityId, ...which }: { readonly cityId: string; readonly planId: string; readonly version?: number | undefined },
  choices: object,
): Promise<Job> {
  const body = { kind: 'optimise-plan', payload: { ...which, ...choices } };
  return (await ask({ method: 'POST', path: `/cities/${cityId}/jobs`, body })) as Job;
}

const look = async (ask: Ask, id: string): Promise<Job> => (await ask({ method: 'GET', path: `/jobs/${id}` })) as Job;

const isOver = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running';

/** Look until it is over, or too long for one answer. Whoever calls the request off, calls the search off. */
async function follow(ask: Ask, begun: Job, { signal, progress }: Running): Promise<Job> {
  const end = performance.now() + WAIT_MS;
  let job = begun;
  while (!isOver(job) && performance.now() < end) {
    // The end of the pause is that of the wait as well.
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      await ask({ method: 'POST', path: `/jobs/${job.id}/cancellation` }).catch(() => undefined);
      throw new ToolRefusal('cancelled', 'The search was called off. Nothing was saved.');
    }
    job = await look(ask, job.id);
    await progress(job.progress, job.state === 'waiting' ? 'waiting for other work' : 'searching');
  }
  return job;
}

function answer(job: Job): z.input<typeof Answer> {
  const { id: jobId, state, progress, problem, problemCode, result } = job;
  if (state === 'failed') throw new ToolRefusal(problemCode ?? 'failed', `The search failed: ${problem ?? 'no reason is known'}.`); // prettier-ignore
  if (state === 'cancelled') throw new ToolRefusal('cancelled', 'The search was called off. Nothing was saved.');
  if (state !== 'done' || !result) {
    const next = 'It is not over. Call optimise_plan with this jobId alone to wait for it, or cancel_job to end it.';
    return { state: 'running', jobId, progress, better: null, next };
  }
  const next = 'Tell what it changes and what it costs before drafting it; evaluate_plan shows the plan as it is.';
  return { state: 'done', jobId, progress: 1, better: answerOf(result.optimum), next };
}
