/** What comes of a stored plan, and where its figures come from: worked out in a thread, and once per version. */
import { z } from '@hono/zod-openapi';
import { findHead, findVersion, type Transaction } from '@thousand-cities/store';
import { FigureTree, OutcomeSummarySchema } from '../../evaluation/schema.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { found } from '../rights-check.ts';
import { cityAnd } from '../schemas.ts';

const Version = z.coerce.number().int().min(1).max(1_000_000).optional();
const params = cityAnd('documentId');
type Key = z.output<typeof params>;

const head = { version: z.int(), sha256: z.string() };

async function headOf(tx: Transaction, { cityId, documentId }: Key, version: number | undefined) {
  return found(await findHead(tx, 'plan', { cityId, id: documentId }, version), 'plan');
}

async function planOf(tx: Transaction, { cityId, documentId }: Key, version: number) {
  return found(await findVersion(tx, 'plan', { cityId, id: documentId }, version), 'plan');
}

export const evaluationOperations: readonly AnyOperation[] = [
  operation({
    id: 'evaluatePlan',
    method: 'get',
    path: '/cities/{cityId}/plans/{documentId}/evaluation',
    tag: 'plans',
    summary:
      'What comes of a plan: emissions against its target, cost, actions, findings; the newest version unless one is named',
    asks: 'anyone',
    params,
    query: z.object({ version: Version }),
    answer: z.object({ ...head, outcome: OutcomeSummarySchema }).openapi('Evaluation'),
    problems: [400, 422],
    run: async ({ params, query, read, evaluator }) => {
      const { version, sha256 } = await read((tx) => headOf(tx, params, query.version));
      const known = evaluator.known(sha256);
      const outcome = known ?? evaluator.summary(await read((tx) => planOf(tx, params, version)));
      return { body: { version, sha256, outcome: await outcome } };
    },
  }),
  operation({
    id: 'explainFigure',
    method: 'get',
    path: '/cities/{cityId}/plans/{documentId}/explanation',
    tag: 'plans',
    summary:
      'The tree behind a figure of a plan down to activity, factor and source; without a path, what can be explained',
    asks: 'anyone',
    params,
    query: z.object({
      version: Version,
      path: z.string().max(300).default(''),
      depth: z.coerce.number().int().min(1).max(6).default(3),
    }),
    answer: z.object({ ...head, tree: FigureTree }).openapi('Explanation'),
    problems: [400, 422],
    run: async ({ params, query, read, evaluator }) => {
      const { version, sha256, text } = await read(async (tx) =>
        planOf(tx, params, query.version ?? (await headOf(tx, params, undefined)).version),
      );
      const { path, depth } = query;
      return { body: { version, sha256, tree: await evaluator.explain({ text, sha256 }, path, { depth }) } };
    },
  }),
];
