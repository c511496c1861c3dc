/** Delivery, adoption and contact as Zod schemas: strict shapes and lengths; what the words say is the city's. */
import * as z from 'zod';
import { DELIVERY_STATES, PAYERS } from '../action/delivery-types.ts';

/** Long enough for a title, a name, an office. */
const line = z.string().min(1).max(300);
/** Long enough for a paragraph. */
const paragraph = z.string().min(1).max(4000);
const id = z.string().min(1).max(200);
const year = z.int().min(1900).max(2200);
const figure = z.number().min(-1e15).max(1e15);
const money = z.number().min(0).max(1e15);
const day = z.iso.date('needs a day as 2027-06-30');
const optional = <T extends z.ZodType>(item: T) => z.exactOptional(item);

/** Items of one list, told apart by their ids. */
const items = <T extends z.ZodType<{ readonly id: string }>>(item: T) =>
  z
    .array(item)
    .max(500)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, { message: 'repeats an id' })
    .readonly();

const task = z.strictObject({
  id,
  title: line,
  owner: optional(line),
  start: optional(day),
  due: optional(day),
  done: optional(day),
});

const budgetLine = z.strictObject({
  id,
  label: line,
  payer: z.enum(PAYERS),
  year,
  amount: money,
  kind: z.enum(['capital', 'operating']),
  funded: z.boolean(),
  spent: optional(money),
  fundingSource: optional(line),
  note: optional(paragraph),
});

const yearValue = z.strictObject({ year, value: figure });

const observation = z.strictObject({
  id,
  on: z.union([day, z.string().regex(/^(19|20|21)\d\d$/)], 'needs a year, or a day as 2027-06-30'),
  value: figure,
  source: optional(line),
  note: optional(paragraph),
});

const indicator = z.strictObject({
  id,
  name: line,
  unit: z.string().max(100),
  baseline: optional(yearValue),
  target: optional(yearValue),
  observations: items(observation),
});

export const deliverySchema = z.strictObject({
  status: optional(z.strictObject({ state: z.enum(DELIVERY_STATES), note: optional(paragraph) })),
  owner: optional(z.strictObject({ department: optional(line), name: optional(line) })),
  tasks: optional(items(task)),
  budget: optional(items(budgetLine)),
  indicators: optional(items(indicator)),
});

/** Addresses that a page may link to; `javascript:` and the like are none. */
const webAddress = z.string().max(2000).regex(/^https?:\/\/[^\s]+$/, 'needs an address that begins with http:// or https://'); // prettier-ignore

export const adoptionSchema = z.strictObject({
  body: line,
  date: day,
  decision: optional(line),
  url: optional(webAddress),
  note: optional(paragraph),
});

export const licenceSchema = z.strictObject({ name: line, url: optional(webAddress) });

export const contactSchema = z.strictObject({
  office: optional(line),
  name: optional(line),
  email: optional(
    z
      .string()
      .max(320)
      .regex(/^[^\s@<>]+@[^\s@<>]+$/, 'needs an e-mail address'),
  ),
  phone: optional(line),
  url: optional(webAddress),
});
