/** The outcome of a plan in short, as the API and the assistant's door describe it. */
import { z } from '@hono/zod-openapi';

const Year = z.object({ year: z.int(), bau: z.number(), plan: z.number(), target: z.number(), gap: z.number() });

const Action = z.object({
  id: z.string(),
  name: z.string(),
  startYear: z.int(),
  size: z.number(),
  tonnes: z.number(),
  npv: z.number(),
  perTonne: z.number().nullable(),
  capital: z.number(),
});

export const OutcomeSummarySchema = z
  .object({
    title: z.string(),
    city: z.object({ name: z.string(), country: z.string() }),
    status: z.enum(['ok', 'incomplete', 'degraded', 'failed']),
    target: z.object({
      id: z.string(),
      met: z.boolean(),
      counts: z.enum(['co2e', 'co2']),
      milestones: z.array(z.int()),
    }),
    years: z.array(Year),
    cumulative: z.object({ bau: z.number(), plan: z.number(), target: z.number() }),
    cost: z.object({ currency: z.string(), npv: z.number(), perTonne: z.number().nullable(), capital: z.number() }),
    actionCount: z.int(),
    actions: z.array(Action),
    findingCount: z.int(),
    findings: z.array(
      z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'note']), message: z.string() }),
    ),
  })
  .openapi('OutcomeSummary', {
    description:
      'Emissions in t CO2e, money in the currency named. `gap` is plan − target: positive is above. A plan is held to its target in the milestones and in every year after the last.',
  });

/** A node of the tree behind a figure, as `CutNode`. */
export const FigureTree = z
  .looseObject({
    kind: z.string(),
    label: z.string(),
    value: z.union([z.number(), z.string(), z.null()]),
    unit: z.string().optional(),
    formula: z.string().optional(),
    provenance: z.string().optional(),
    path: z.string().optional(),
    more: z.int().optional(),
    children: z.array(z.looseObject({ kind: z.string(), label: z.string() })),
  })
  .openapi('FigureTree', {
    description:
      'How a figure came about. `value` follows from the children by `formula`; `more` counts parts left out; the `path` of a child asks deeper.',
  });
