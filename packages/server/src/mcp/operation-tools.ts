/** Tools that are operations of the API: their names, words and schemas come from there, and so do the rights. */
import { z } from '@hono/zod-openapi';
import { isWrite, type AnyOperation } from '../workspace/operation.ts';
import type { Ask } from './ask.ts';
import { outline } from './outline.ts';
import { ToolRefusal, type Tool } from './tool.ts';

/** What an assistant may read. What gives or shows rights, secrets and sessions is not among it. */
const READ: readonly string[] = [
  'getMe',
  'listCities',
  'getCity',
  'listInventories',
  'getInventory',
  'listInventoryVersions',
  'getInventoryVersion',
  'listPlans',
  'getPlan',
  'listPlanVersions',
  'getPlanVersion',
  'listPublications',
  'getPublication',
  'listComments',
  'readAudit',
  'listJobs',
  'getJob',
];

/** What changes nothing of a city: a job that the caller began is called off. */
const OWN: readonly string[] = ['cancelJob'];

/** What it may add, where drafts are allowed. Sending to review, approving and publishing are for people. */
const DRAFT: readonly string[] = ['copyPlan', 'addComment'];

/** The tools of the operations. */
export function operationTools(ask: Ask, operations: readonly AnyOperation[]): Tool[] {
  return [...READ, ...OWN, ...DRAFT].map((id) => {
    const operation = operations.find((each) => each.id === id);
    if (!operation) throw new Error(`the API has no operation ${id}`);
    return toolOf(operation, ask);
  });
}

const shapeOf = (schema: z.ZodType | undefined) => (schema as z.ZodObject | undefined)?.shape ?? {};

function toolOf(operation: AnyOperation, ask: Ask): Tool {
  const { id, summary, params, query, body } = operation;
  const answer = operation.answer as z.ZodObject;
  const holdsDocument = 'document' in answer.shape;
  const input = z.strictObject({
    ...shapeOf(params),
    ...shapeOf(query),
    ...shapeOf(body),
    ...(holdsDocument && { at: At }),
    // Room for the mark.
    ...(id === 'addComment' && { body: z.string().min(1).max(9_900) }),
  });
  return {
    name: snakeCase(id),
    title: summary.split(/[,;:]/)[0]!,
    description: holdsDocument ? `${summary}. ${SHORTENED}` : `${summary}.`,
    ...(isWrite(operation) && !OWN.includes(id) && { writes: true }),
    input,
    output: holdsDocument ? answer.extend({ document: z.unknown() }) : answer,
    run: async (args: never) => {
      const found = (await ask(questionOf(operation, marked(id, args)))) as Record<string, unknown>;
      return holdsDocument ? shortened(found, (args as { at?: string }).at) : found;
    },
  };
}

const At = z.string().max(500).optional().describe('A place in the document, such as actions.3 or baseline.drivers');

const SHORTENED =
  'Of a large document, deep parts are left out and say at which place to ask for them with `at`. For figures use evaluate_plan and explain_figure.';

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What an assistant writes under a person's account says so. */
export const ASSISTANT_MARK = '[assistant] ';

function marked(id: string, args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return id === 'addComment' ? { ...args, body: `${ASSISTANT_MARK}${String(args['body'])}` } : args;
}

function questionOf({ method, path, params, query, body }: AnyOperation, args: Readonly<Record<string, unknown>>) {
  const of = (schema: z.ZodType | undefined) =>
    Object.fromEntries(Object.keys(shapeOf(schema)).map((name) => [name, args[name]]));
  const places = of(params);
  return {
    method: method.toUpperCase(),
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(places[name]))),
    query: of(query),
    ...(body && { body: of(body) }),
  };
}

function shortened(version: Record<string, unknown>, at = ''): Record<string, unknown> {
  const found = outline(version['document'], at);
  if (!found) throw new ToolRefusal('unknown-path', `There is nothing at "${at}" in this document.`);
  return { ...version, document: found.value };
}
