/** Jobs, roll-ups and webhooks as the API answers them. */
import { z } from '@hono/zod-openapi';
import { Id, Moment } from './schemas.ts';

export const JobStateName = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']).openapi('JobState');

export const Job = z
  .object({
    id: Id,
    kind: z.string(),
    cityId: Id.nullable(),
    networkId: Id.nullable(),
    payload: z.unknown(),
    state: JobStateName,
    progress: z.number().min(0).max(1),
    step: z.string().nullable(),
    tries: z.int(),
    mostTries: z.int(),
    dueAt: Moment,
    cancelAskedAt: Moment.nullable(),
    problemCode: z.string().nullable(),
    problem: z.string().nullable(),
    result: z.unknown(),
    file: z.object({ name: z.string(), mediaType: z.string(), size: z.int() }).nullable(),
    createdAt: Moment,
    startedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
  })
  .openapi('Job');

export const NetworkRollUp = z
  .object({ id: Id, createdAt: Moment, document: z.looseObject({}) })
  .openapi('NetworkRollUp');

const tonnes = z.number().nullable();
export const NetworkFigure = z
  .object({
    cityId: Id,
    name: z.string(),
    country: z.string(),
    source: z.enum(['plan', 'inventory', 'none']),
    subjectId: Id.nullable(),
    version: z.int().nullable(),
    year: z.int().nullable(),
    population: z.number().nullable(),
    tonnes,
    reference2030: tonnes,
    plan2030: tonnes,
    reference2050: tonnes,
    plan2050: tonnes,
    problem: z.string().nullable(),
  })
  .openapi('NetworkFigure');

export const Webhook = z
  .object({
    cityId: Id,
    id: Id,
    url: z.string(),
    events: z.array(z.string()),
    createdAt: Moment,
    failingSince: Moment.nullable(),
    disabledAt: Moment.nullable(),
    disabledWhy: z.string().nullable(),
  })
  .openapi('Webhook');

const SecretOnce = z.string().nullable().openapi({ description: 'Shown this once' });
export const MadeWebhook = z.object({ webhook: Webhook, secret: SecretOnce }).openapi('MadeWebhook');
export const NewSecret = z.object({ secret: SecretOnce }).openapi('NewWebhookSecret');

export const Delivery = z
  .object({
    id: Id,
    eventId: Id,
    event: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
    tries: z.int(),
    status: z.int().nullable(),
    problem: z.string().nullable(),
    createdAt: Moment,
    triedAt: Moment.nullable(),
  })
  .openapi('Delivery');
