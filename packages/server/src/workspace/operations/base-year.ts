/** Which inventory is a city's base year: kept with the city, chosen by those who write its inventories. */
import { z } from '@hono/zod-openapi';
import { chooseBaseYear, findBaseYear, type BaseYear as Chosen } from '@thousand-cities/store';
import { operation, type AnyOperation } from '../operation.ts';
import { requireRight } from '../rights-check.ts';
import { BaseYear, CityParams, Id } from '../schemas.ts';

/** What is there before anybody has chosen. */
const NONE: z.input<typeof BaseYear> = { inventoryId: null, version: 0, chosenBy: null, chosenAt: null };

const answerOf = ({ cityId: _cityId, ...chosen }: Chosen): z.input<typeof BaseYear> => chosen;

export const baseYearOperations: readonly AnyOperation[] = [
  operation({
    id: 'getBaseYear',
    method: 'get',
    path: '/cities/{cityId}/base-year',
    tag: 'inventories',
    summary: 'Which inventory is the base year; none, and version 0, before one is chosen',
    asks: 'person',
    params: CityParams,
    answer: BaseYear,
    run: ({ params, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'inventory.read', 'draft');
        const chosen = await findBaseYear(tx, params.cityId);
        return { body: chosen ? answerOf(chosen) : NONE };
      }),
  }),
  operation({
    id: 'chooseBaseYear',
    method: 'put',
    path: '/cities/{cityId}/base-year',
    tag: 'inventories',
    summary: 'Choose the inventory that is the base year; when somebody chose in between, nothing is changed (409)',
    asks: 'person',
    params: CityParams,
    body: z.object({ inventoryId: Id, basedOn: z.int().min(0).max(1_000_000) }).openapi('ChooseBaseYear'),
    answer: BaseYear,
    problems: [409],
    run: ({ params, body, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'base-year.edit');
        return { body: answerOf(await chooseBaseYear(tx, params.cityId, body)) };
      }),
  }),
];
