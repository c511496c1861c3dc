/** Webhooks: addresses that are told what happens in a city. For its leads. */
import { z } from '@hono/zod-openapi';
import {
  addWebhook,
  enableWebhook,
  endWebhook,
  listDeliveries,
  listWebhooks,
  OLD_SECRET_HOURS,
  rotateSecret,
  testWebhook,
  WEBHOOK_EVENTS,
  type Transaction,
} from '@thousand-cities/store';
import { Refused } from '../../refused.ts';
import { urlProblem } from '../../webhooks/permit.ts';
import { newWebhookSecret } from '../../webhooks/signature.ts';
import type { Caller } from '../caller.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { found, requireRight } from '../rights-check.ts';
import { Delivery, MadeWebhook, NewSecret, Webhook } from '../job-schemas.ts';
import { cityAnd, CityParams, PageParams, pageSchema } from '../schemas.ts';

/** In the demo everybody who comes by could have us send to whom they like. */
function refuseDemo(caller: Caller): void {
  if (caller.kind === 'demo') throw new Refused(403, 'demo', 'the demo sends nothing to anybody');
}

async function requireWebhook(tx: Transaction, cityId: string, id: string) {
  await requireRight(tx, cityId, 'webhooks.edit');
  const all = await listWebhooks(tx, cityId);
  return found(
    all.find((hook) => hook.id === id),
    'webhook',
  );
}

const registering: readonly AnyOperation[] = [
  operation({
    id: 'listWebhooks',
    method: 'get',
    path: '/cities/{cityId}/webhooks',
    tag: 'webhooks',
    summary: 'The addresses that are told of events of a city; for its leads',
    asks: 'person',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('Webhook', Webhook),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'webhooks.edit');
        return { body: pageOf(await listWebhooks(tx, params.cityId), query, ({ id }) => id) };
      }),
  }),
  operation({
    id: 'addWebhook',
    method: 'post',
    path: '/cities/{cityId}/webhooks',
    tag: 'webhooks',
    summary: 'Have an address told of events; the secret that signs them is shown this once',
    asks: 'person',
    params: CityParams,
    body: z
      .object({ url: z.string().min(1).max(2100), events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(50) })
      .openapi('NewWebhook'),
    answer: MadeWebhook,
    created: true,
    run: ({ params, body, caller, workspace, write }) => {
      refuseDemo(caller);
      const problem = urlProblem(body.url);
      if (problem !== undefined) throw new Refused(422, 'url-refused', `the address of a webhook ${problem}`, { at: ['url'] }); // prettier-ignore
      const secret = newWebhookSecret();
      return write(async (tx) => {
        await requireRight(tx, params.cityId, 'webhooks.edit');
        const webhook = await addWebhook(tx, {
          cityId: params.cityId,
          url: new URL(body.url).href,
          events: [...new Set(body.events)],
          sealedSecret: workspace.sealer.seal(secret),
        });
        return { status: 201, body: { webhook, secret }, keptBody: { webhook, secret: null } };
      });
    },
  }),
  operation({
    id: 'endWebhook',
    method: 'delete',
    path: '/cities/{cityId}/webhooks/{webhookId}',
    tag: 'webhooks',
    summary: 'Tell an address nothing any more; what waits is dropped',
    asks: 'person',
    params: cityAnd('webhookId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireWebhook(tx, params.cityId, params.webhookId);
        await endWebhook(tx, params.cityId, params.webhookId);
        return { status: 204 };
      }),
  }),
];

const keeping: readonly AnyOperation[] = [
  operation({
    id: 'rotateWebhookSecret',
    method: 'post',
    path: '/cities/{cityId}/webhooks/{webhookId}/secret',
    tag: 'webhooks',
    summary: `Replace the secret; the old one signs beside the new one for ${OLD_SECRET_HOURS} hours`,
    asks: 'person',
    params: cityAnd('webhookId'),
    answer: NewSecret,
    run: ({ params, caller, workspace, write }) => {
      refuseDemo(caller);
      const secret = newWebhookSecret();
      return write(async (tx) => {
        await requireWebhook(tx, params.cityId, params.webhookId);
        await rotateSecret(tx, params.cityId, params.webhookId, workspace.sealer.seal(secret));
        return { body: { secret }, keptBody: { secret: null } };
      });
    },
  }),
  operation({
    id: 'enableWebhook',
    method: 'post',
    path: '/cities/{cityId}/webhooks/{webhookId}/enabling',
    tag: 'webhooks',
    summary: 'Turn a webhook on again that was turned off for failing; what it missed is not sent',
    asks: 'person',
    params: cityAnd('webhookId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireWebhook(tx, params.cityId, params.webhookId);
        await enableWebhook(tx, params.cityId, params.webhookId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'testWebhook',
    method: 'post',
    path: '/cities/{cityId}/webhooks/{webhookId}/test',
    tag: 'webhooks',
    summary: 'Send a webhook.test event; what came of it is in its deliveries',
    asks: 'person',
    params: cityAnd('webhookId'),
    problems: [409],
    run: ({ params, write }) =>
      write(async (tx) => {
        const { disabledAt } = await requireWebhook(tx, params.cityId, params.webhookId);
        if (disabledAt !== null) throw new Refused(409, 'wrong-state', 'this webhook is turned off: turn it on first');
        await testWebhook(tx, params.cityId, params.webhookId);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listDeliveries',
    method: 'get',
    path: '/cities/{cityId}/webhooks/{webhookId}/deliveries',
    tag: 'webhooks',
    summary: 'What was sent to an address and how it answered, newest first; the last hundred',
    asks: 'person',
    params: cityAnd('webhookId'),
    query: PageParams,
    answer: pageSchema('Delivery', Delivery),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireWebhook(tx, params.cityId, params.webhookId);
        return { body: pageOf(await listDeliveries(tx, params.cityId, params.webhookId), query, ({ id }) => id) };
      }),
  }),
];

export const webhookOperations: readonly AnyOperation[] = [...registering, ...keeping];
