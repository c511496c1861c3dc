/** Tools that work a plan out: what comes of it, where a figure comes from, how plans differ, a better one. */
import { z } from '@hono/zod-openapi';
import { DomainError, type Plan } from '@thousand-cities/model';
import { FigureTree, OutcomeSummarySchema } from '../evaluation/schema.ts';
import type { OutcomeSummary } from '../evaluation/summary.ts';
import { optimumOf, type Optimum } from '../evaluation/optimum.ts';
import type { PlanEngine } from './engine.ts';
import type { PlanSource } from './plans.ts';
import { tool, ToolRefusal, type Tool } from './tool.ts';

const MOST_PLANS = 4;
export const LONGEST_SEARCH_SECONDS = 120;

/** The tools over an engine. */
export function planTools(engine: PlanEngine, plans: PlanSource): Tool[] {
  return [
    evaluateTool(engine, plans),
    explainTool(engine, plans),
    compareTool(engine, plans),
    ...(engine.optimise ? [optimiseTool(engine.optimise.bind(engine), plans)] : []),
  ];
}

const evaluateTool = (engine: PlanEngine, { argument, find }: PlanSource): Tool =>
  tool({
    name: 'evaluate_plan',
    title: 'Evaluate a plan',
    description:
      'What comes of a plan: emissions (t CO2e) without and with it beside its target, what it costs, what each action saves, and findings. Figures are rounded; the status says how far they can be trusted. Quote them as they are.',
    input: z.strictObject({ plan: argument }),
    output: OutcomeSummarySchema,
    run: async ({ plan }) => (await engine.evaluate(await find(plan))) as z.input<typeof OutcomeSummarySchema>,
  });

const explainTool = (engine: PlanEngine, { argument, find }: PlanSource): Tool =>
  tool({
    name: 'explain_figure',
    title: 'Where a figure comes from',
    description:
      'The tree behind a figure of a plan: activity, factor, warming potential, drivers and actions, each with its source. Paths are those of the outcome: emissions.plan.2030, gap.2040, byAction.<action id>.2035, bySector.II.2030, cost.npv, cost.capital, cost.byPayer.city, cells.<cell id>.2030, inventory.<GPC reference>, inventory.basic.perHead, delivery.budget.spent; of two figures: share.A.of.B, change.A.from.B, difference.A.less.B with paths for A and B. Without a path: what can be explained. `more` counts parts left out; ask deeper with the path of a child.',
    input: z.strictObject({
      plan: argument,
      path: z.string().max(300).default(''),
      depth: z.int().min(1).max(6).default(3),
    }),
    output: z.object({ tree: FigureTree }),
    run: async ({ plan: name, path, depth }) => {
      const plan = await find(name);
      const tree = await engine.explain(plan, path, depth).catch((error: unknown) => {
        throw withWay(error);
      });
      return { tree: tree as unknown as z.input<typeof FigureTree> };
    },
  });

/** What to ask instead, by the code of a refusal: an assistant reads this and nothing else. */
const WAYS: Readonly<Record<string, string>> = {
  'unknown-path': 'Ask without a path for the list of what can be explained.',
  'unknown-action': 'Actions go by their ids: evaluate_plan lists them.',
  'unknown-target': 'Targets go by their ids: ask without a path for the list.',
  'unit-mismatch': 'Only figures in one unit can be compared.',
};

function withWay(error: unknown): unknown {
  const way = error instanceof DomainError ? WAYS[error.code] : undefined;
  return way === undefined
    ? error
    : new ToolRefusal((error as DomainError).code, `${(error as DomainError).message}. ${way}`);
}

const Compared = OutcomeSummarySchema.omit({ actions: true, findings: true });

const compareTool = (engine: PlanEngine, { argument, find }: PlanSource): Tool =>
  tool({
    name: 'compare_plans',
    title: 'Compare plans',
    description: `Two to ${MOST_PLANS} plans side by side, in the order given, and the actions in which they differ: start year and size by plan, null where a plan does not have the action.`,
    input: z.strictObject({ plans: z.array(argument).min(2).max(MOST_PLANS) }),
    output: z.object({ plans: z.array(Compared), differences: z.array(Difference) }),
    run: async ({ plans: names }) => {
      const plans = await Promise.all(names.map(find));
      const summaries: Omit<OutcomeSummary, 'actions' | 'findings'>[] = [];
      for (const plan of plans) {
        const { actions: _actions, findings: _findings, ...summary } = await engine.evaluate(plan);
        summaries.push(summary);
      }
      return { plans: summaries as z.input<typeof Compared>[], differences: differencesOf(plans) };
    },
  });

const Schedule = z.object({ startYear: z.int(), size: z.number() });
const Difference = z.object({ id: z.string(), name: z.string(), byPlan: z.array(Schedule.nullable()) });

function differencesOf(plans: readonly Plan[]): z.input<typeof Difference>[] {
  const names = new Map(plans.flatMap(({ actions }) => actions.map(({ id, name }) => [id, name] as const)));
  return [...names].flatMap(([id, name]) => {
    const byPlan = plans.map(({ actions }) => {
      const schedule = actions.find((action) => action.id === id)?.schedule;
      return schedule && schedule.size > 0 ? { startYear: schedule.startYear, size: schedule.size } : null;
    });
    return new Set(byPlan.map((each) => JSON.stringify(each))).size > 1 ? [{ id, name, byPlan }] : [];
  });
}

const Change = z.object({ op: z.literal('replace'), path: z.string(), value: z.unknown() });

/** An `Optimum` as tools declare it. */
export const Better = z.object({
  meetsTarget: z.boolean(),
  aim: z.enum(['cost', 'excess', 'emissions']),
  value: z.number().nullable(),
  gap: z.number().nullable(),
  stop: z.string(),
  schedule: z.array(z.object({ id: z.string(), startYear: z.int(), size: z.number() })),
  changes: z.array(Change),
});

/** The same, as a tool gives it. */
export const answerOf = ({ schedule, changes, ...rest }: Optimum): z.input<typeof Better> => ({
  ...rest,
  schedule: [...schedule],
  changes: [...changes],
});

export const OPTIMISE_TEXT =
  'The least costly choice of actions, sizes and start years that meets the main target of a plan, or the closest where nothing meets it. `gap` is how far from the best it may be (0.01: 1 %), null when that was not proven. `stop` is `time` when `seconds` ended the search: another machine may then find another plan. `changes` turn the plan into it: hand them to draft_plan when the person wants to keep it. Nothing is saved.';

const optimiseTool = (optimise: NonNullable<PlanEngine['optimise']>, { argument, find }: PlanSource): Tool =>
  tool({
    name: 'optimise_plan',
    title: 'Find a better plan',
    description: OPTIMISE_TEXT,
    input: z.strictObject({
      plan: argument,
      seconds: z.number().min(1).max(LONGEST_SEARCH_SECONDS).optional(),
      capitalPerYear: z.number().positive().max(1e15).optional(),
    }),
    output: Better,
    run: async ({ plan: name, seconds, capitalPerYear }) => {
      const plan = await find(name);
      const better = await optimise(plan, { seconds, capitalPerYear });
      return answerOf(optimumOf(plan, better.plan, better.result));
    },
  });
