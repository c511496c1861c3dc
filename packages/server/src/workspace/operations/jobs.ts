/** Jobs: work that takes longer than a request. Begun, looked at, called off, begun again; and the roll-up one of them makes. */
import { z } from '@hono/zod-openapi';
import {
  addJob,
  cancelJob,
  countOpenJobs,
  findJob,
  findRollUp,
  listFigures,
  listJobs,
  readJobFile,
  retryJob,
  type Job as StoredJob,
  type Transaction,
} from '@thousand-cities/store';
import { EvaluatePlan } from '../../jobs/kinds/evaluate-plan.ts';
import { ExportCity } from '../../jobs/kinds/export-city.ts';
import { NetworkRollUpPayload } from '../../jobs/kinds/network-roll-up.ts';
import { OptimisePlan } from '../../jobs/kinds/optimise-plan.ts';
import { Refused } from '../../refused.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { cursorKey, cursorOf, DEFAULT_PAGE } from '../page-of.ts';
import { found, requireNetworkRight, requireRight } from '../rights-check.ts';
import { Job, JobStateName, NetworkFigure, NetworkRollUp } from '../job-schemas.ts';
import { CityParams, Id, PageParams, pageSchema } from '../schemas.ts';

/** Open jobs of one person: enough to work with, too few to stop others from working. */
const MOST_OPEN = 20;
const MOST_TRIES = 3;

const NetworkParams = z.object({ networkId: Id });
const JobParams = z.object({ jobId: Id });

/** What may be asked for in a city; `needs` is the right to ask and to see it. */
const CityJob = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('evaluate-plan'), payload: EvaluatePlan }).openapi('EvaluatePlanJob'),
    z.object({ kind: z.literal('optimise-plan'), payload: OptimisePlan }).openapi('OptimisePlanJob'),
    z.object({ kind: z.literal('export-city'), payload: ExportCity.optional() }).openapi('ExportCityJob'),
  ])
  .openapi('NewCityJob');
const NetworkJob = z
  .object({ kind: z.literal('network-roll-up'), payload: NetworkRollUpPayload.optional() })
  .openapi('NewNetworkJob');

async function requireRoom(tx: Transaction): Promise<void> {
  if ((await countOpenJobs(tx)) < MOST_OPEN) return;
  const detail = `you have ${MOST_OPEN} jobs that are not over: wait for one, or call one off`;
  throw new Refused(429, 'too-many-jobs', detail, { headers: { 'Retry-After': '30' } });
}

/** As it is shown: rights are the table's business. */
function jobAnswer({ createdBy: _createdBy, ...job }: StoredJob) {
  return job;
}

const begun = (job: StoredJob) => ({
  status: 201 as const,
  body: jobAnswer(job),
  headers: { Location: `/api/v1/jobs/${job.id}` },
});

const beginOperations: readonly AnyOperation[] = [
  operation({
    id: 'beginCityJob',
    method: 'post',
    path: '/cities/{cityId}/jobs',
    tag: 'jobs',
    summary:
      'Begin a job about a city: evaluate a plan with its uncertainty, search for a better one, or gather everything of the city',
    asks: 'person',
    params: CityParams,
    body: CityJob,
    answer: Job,
    created: true,
    run: ({ params, body, write }) =>
      write(async (tx) => {
        const { cityId } = params;
        const { kind, payload = {} } = body;
        const needs = kind === 'export-city' ? 'members.read' : 'plan.read';
        await (needs === 'plan.read'
          ? requireRight(tx, cityId, 'plan.read', 'approved')
          : requireRight(tx, cityId, 'members.read'));
        await requireRoom(tx);
        return begun(await addJob(tx, { kind, owner: { cityId }, needs, payload, mostTries: MOST_TRIES }));
      }),
  }),
  operation({
    id: 'beginNetworkJob',
    method: 'post',
    path: '/networks/{networkId}/jobs',
    tag: 'jobs',
    summary: 'Begin a job about a network: sum what its cities have published',
    asks: 'person',
    logged: true,
    params: NetworkParams,
    body: NetworkJob,
    answer: Job,
    created: true,
    run: ({ params, body: { kind, payload = {} }, write }) =>
      write(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.read');
        await requireRoom(tx);
        return begun(await addJob(tx, { kind, owner: params, needs: 'network.read', payload, mostTries: MOST_TRIES }));
      }),
  }),
];

const jobOperations: readonly AnyOperation[] = [
  operation({
    id: 'listJobs',
    method: 'get',
    path: '/jobs',
    tag: 'jobs',
    summary: 'My jobs, newest first, without their results',
    asks: 'person',
    query: PageParams.extend({ cityId: Id.optional(), networkId: Id.optional(), state: JobStateName.optional() }),
    answer: pageSchema('Job', Job),
    run: ({ query, read }) =>
      read(async (tx) => {
        const { limit = DEFAULT_PAGE, cursor, ...filter } = query;
        const before = cursor === undefined ? undefined : idOf(cursor);
        const jobs = await listJobs(tx, { ...filter, before }, limit + 1);
        const items = jobs.slice(0, limit).map(jobAnswer);
        return { body: { items, next: jobs.length > limit ? cursorOf(items.at(-1)!.id) : null } };
      }),
  }),
  operation({
    id: 'getJob',
    method: 'get',
    path: '/jobs/{jobId}',
    tag: 'jobs',
    summary: 'How far a job of mine is, and what it came to',
    asks: 'person',
    params: JobParams,
    answer: Job,
    run: ({ params, read }) => read(async (tx) => ({ body: jobAnswer(found(await findJob(tx, params.jobId), 'job')) })),
  }),
  operation({
    id: 'getJobFile',
    method: 'get',
    path: '/jobs/{jobId}/file',
    tag: 'jobs',
    summary: 'The file that a job of mine made',
    asks: 'person',
    params: JobParams,
    file: 'application/gzip',
    run: ({ params, read }) =>
      read(async (tx) => {
        const { bytes, mediaType: type, name } = found(await readJobFile(tx, params.jobId), 'file');
        return { file: { bytes, type, name } };
      }),
  }),
  operation({
    id: 'cancelJob',
    method: 'post',
    path: '/jobs/{jobId}/cancellation',
    tag: 'jobs',
    summary: 'Call a job off: at once while it waits, soon while it runs',
    asks: 'person',
    params: JobParams,
    answer: Job,
    run: ({ params, write }) => write(async (tx) => ({ body: jobAnswer(await over(tx, params.jobId, cancelJob)) })),
  }),
  operation({
    id: 'retryJob',
    method: 'post',
    path: '/jobs/{jobId}/retry',
    tag: 'jobs',
    summary: 'Begin a job again that failed or was called off',
    asks: 'person',
    params: JobParams,
    answer: Job,
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireRoom(tx);
        return { body: jobAnswer(await over(tx, params.jobId, retryJob)) };
      }),
  }),
];

/** What a job in that state does not allow is a matter of its state. */
async function over(
  tx: Transaction,
  id: string,
  work: (tx: Transaction, id: string) => Promise<StoredJob>,
): Promise<StoredJob> {
  try {
    return await work(tx, id);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw code === 'out-of-range' ? new Refused(409, 'wrong-state', message) : error;
  }
}

const rollUpOperations: readonly AnyOperation[] = [
  operation({
    id: 'getNetworkRollUp',
    method: 'get',
    path: '/networks/{networkId}/roll-up',
    tag: 'networks',
    summary: 'The newest sum of what the cities of a network have published; for its people',
    asks: 'person',
    params: NetworkParams,
    answer: NetworkRollUp,
    run: ({ params, read }) =>
      read(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.read');
        const { id, createdAt, text } = found(await findRollUp(tx, params.networkId), 'roll-up');
        return { body: { id, createdAt, document: JSON.parse(text) as unknown } };
      }),
  }),
  operation({
    id: 'listNetworkFigures',
    method: 'get',
    path: '/networks/{networkId}/roll-up/cities',
    tag: 'networks',
    summary: 'Its cities: where their figures come from, and territorial emissions with and without the plan, t CO2e',
    asks: 'person',
    params: NetworkParams,
    query: PageParams,
    answer: pageSchema('NetworkFigure', NetworkFigure),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.read');
        const { limit = DEFAULT_PAGE, cursor } = query;
        const figures = await listFigures(
          tx,
          params.networkId,
          cursor === undefined ? undefined : idOf(cursor),
          limit + 1,
        );
        const items = figures.slice(0, limit);
        return { body: { items, next: figures.length > limit ? cursorOf(items.at(-1)!.cityId) : null } };
      }),
  }),
];

/** A cursor of these lists is an id. */
function idOf(cursor: string): string {
  const id = Id.safeParse(cursorKey(cursor));
  if (!id.success) throw new Refused(400, 'bad-cursor', 'this cursor is none of ours', { at: ['cursor'] });
  return id.data;
}

export const jobsOperations: readonly AnyOperation[] = [...beginOperations, ...jobOperations, ...rollUpOperations];
