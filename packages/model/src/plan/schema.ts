/** The plan document as a Zod schema: what a file must be before the model believes it. Shapes mirror the room's `types.ts`. */
import * as z from 'zod';
import { CARRIERS, END_USES } from '../action/types.ts';
import { CHANNELS } from '../gas.ts';
import { repeatedRowId, ROW_ID_PATTERN, ROW_ID_RULE } from '../inventory/row-id.ts';
import { TARGET_KINDS } from '../pathway/types.ts';
import { adoptionSchema, contactSchema, deliverySchema, licenceSchema } from './delivery-schema.ts';
import { PLAN_SCHEMA, PLAN_VERSION } from './types.ts';

/** Far above anything a city emits, burns or pays; larger figures are slips that would drown every total. */
const LARGEST = 1e15;
const finite = z.number().min(-LARGEST).max(LARGEST);
const notNegative = z.number().min(0).max(LARGEST);
/** A span of years; below a month nothing in a yearly model lives. */
const span = z
  .number()
  .min(1 / 12)
  .max(10_000);
const year = z.int().min(1900).max(2200);
const share = z.number().min(0).max(1);
const text = z.string();
const id = z.string().min(1).max(200);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const optional = <T extends z.ZodType>(item: T) => z.exactOptional(item);

const provenance = z.enum(['city-value', 'confirmed-zero', 'method-locked', 'default', 'assumption']);
const quality = z.enum(['H', 'M', 'L']);
const gwpSet = z.enum(['AR4', 'AR5', 'AR6']);
const boundary = z.enum(['basic', 'basicPlus', 'basicPlusS3', 'territorial']);

const range = z
  .strictObject({ central: finite, low: finite, high: finite })
  .refine((r) => r.low <= r.central && r.central <= r.high, { message: 'needs low ≤ central ≤ high' });
const spread = z.strictObject({ factor95: z.number().min(1).max(1e6), sharedBy: optional(text) });

const source = z.strictObject({
  // A city may name a source in its own words, as long as they are.
  id: z.string().min(1),
  title: text,
  publisher: text,
  year: z.int(),
  licence: text,
  url: optional(text),
  locator: optional(text),
});

const notationKey = z.enum(['NO', 'NE', 'IE', 'C', 'unknown']);
const missing = z.strictObject({
  keys: list(notationKey),
  includedIn: optional(list(text)),
  explanation: optional(text),
});
const reported = z.union([finite, missing]);

const city = z.strictObject({
  id: optional(text),
  name: z.string().min(1),
  country: z.string().regex(/^[A-Z]{3}$/, 'needs an ISO 3166-1 alpha-3 code'),
  latitude: optional(z.number().min(-90).max(90)),
  longitude: optional(z.number().min(-180).max(180)),
  population: optional(notNegative),
  locode: optional(text),
});

const masses = z.record(z.string(), finite).readonly();

const inventoryRow = z.strictObject({
  id: optional(z.string().regex(ROW_ID_PATTERN, `is no id of a row: ${ROW_ID_RULE}`)),
  ref: id,
  co2eTonnes: reported,
  gases: optional(masses),
  biogenicCo2Tonnes: optional(finite),
  activity: optional(
    z.strictObject({ activity: text, carrier: text, amount: optional(finite), unit: text, factor: optional(text) }),
  ),
  method: optional(text),
  provenance,
  quality: optional(z.strictObject({ activity: optional(quality), factor: optional(quality) })),
  interval: optional(range),
  sources: list(text),
  note: optional(text),
});

const inventoryRows = list(inventoryRow).superRefine((rows, context) => {
  const twice = repeatedRowId(rows);
  if (twice === undefined) return;
  const [first, second] = [rows[twice.first]!, rows[twice.second]!];
  const message = `row ${twice.second + 1} (${second.ref}) has the id "${twice.id}" of row ${twice.first + 1} (${first.ref})`;
  context.addIssue({ code: 'custom', message, path: [twice.second, 'id'] });
});

export const inventorySchema = z.strictObject({
  city,
  year,
  population: optional(notNegative),
  gwpSet,
  boundary: optional(text),
  rows: inventoryRows,
  totalIntervals: optional(
    z.strictObject({
      basic: optional(range),
      basicPlus: optional(range),
      basicPlusS3: optional(range),
      territorial: optional(range),
    }),
  ),
  credits: optional(z.strictObject({ sold: optional(finite), bought: optional(finite) })),
});

const cell = z.strictObject({
  id,
  ref: id,
  use: z.enum(END_USES),
  carrier: z.enum(CARRIERS),
  amount: finite,
  unit: z.enum(['MWh', 't', 'head', 'ha', 'person', 't CO2e']),
  factors: masses,
  activityDrivers: list(id),
  intensityDrivers: list(id),
  stockLifetimeYears: optional(span),
  responseYears: optional(z.number().min(0).max(10_000)),
  price: optional(id),
  derivedFrom: optional(z.strictObject({ cell: id, share: notNegative })),
  sink: optional(z.boolean()),
  provenance,
  uncertainty: z.strictObject({ activity: spread, factor: spread }),
  sources: list(text),
  note: optional(text),
});

const driver = z.strictObject({
  id,
  label: text,
  moves: z.enum(['activity', 'intensity']),
  channels: optional(list(z.enum(CHANNELS))),
  points: z
    .array(z.strictObject({ year, index: notNegative }))
    .min(1)
    .readonly(),
  spread: optional(spread),
  provenance,
  sources: list(text),
  note: optional(text),
});

const target = z.strictObject({
  id,
  kind: z.enum(TARGET_KINDS),
  parameters: optional(z.record(z.string(), z.union([finite, text, z.boolean()])).readonly()),
});

const selector = z.strictObject({
  refs: optional(list(text)),
  uses: optional(list(z.enum(END_USES))),
  carriers: optional(list(z.enum(CARRIERS))),
});
const leverBase = { select: selector, size: range, provenance, sources: list(text), note: optional(text) };
const moveTo = z.strictObject({ carrier: z.enum(CARRIERS), use: optional(z.enum(END_USES)), ref: optional(id) });
const channels = optional(list(z.enum(CHANNELS)));
const lever = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reduce-activity'), ...leverBase }),
  z.strictObject({ kind: z.literal('improve-intensity'), ...leverBase }),
  z.strictObject({ kind: z.literal('shift-carrier'), ...leverBase, to: moveTo, ratio: range }),
  z.strictObject({ kind: z.literal('divert'), ...leverBase, to: moveTo, ratio: range }),
  z.strictObject({ kind: z.literal('change-factor'), ...leverBase, channels, buysLess: optional(z.boolean()) }),
  z.strictObject({ kind: z.literal('capture'), ...leverBase, channels }),
  z.strictObject({
    kind: z.literal('add-sink'),
    ...leverBase,
    units: notNegative,
    unit: z.enum(['ha', 'tree']),
    tonnesPerUnitYear: range,
    ref: id,
  }),
]);

const cost = z.strictObject({
  capital: range,
  operatingPerYear: range,
  fixed: optional(finite),
  provenance,
  sources: list(text),
  derivation: list(
    z.strictObject({ name: text, value: z.union([finite, text]), unit: optional(text), source: optional(text) }),
  ),
});

const action = z.strictObject({
  id,
  libraryId: optional(id),
  name: text,
  sector: z.enum(['stationary-energy', 'grid-supply', 'transport', 'waste', 'ippu', 'afolu']),
  levers: list(lever),
  schedule: z.strictObject({ startYear: year, size: share }),
  adoption: z.strictObject({
    rampYears: z.number().min(0).max(10_000),
    shape: z.enum(['s-curve', 'linear', 'step']),
    stockLifetimeYears: optional(span),
    turnoverBoost: optional(z.number().min(1e-6).max(1e6)),
  }),
  lifetimeYears: span,
  renew: z.boolean(),
  cost,
  payers: z.strictObject({ city: share, national: share, households: share, business: share }),
  lowIncomeBenefitShare: range,
  deliveryStaff: optional(notNegative),
  requires: optional(list(id)),
  excludes: optional(list(id)),
  powers: list(text),
  coBenefits: list(text),
  hazards: list(text),
  indicators: list(text),
  sources: list(text),
  delivery: optional(deliverySchema),
});

const price = z.strictObject({
  perUnit: finite,
  growthPerYear: z.number().min(-1).max(1),
  provenance,
  sources: list(text),
  spread: optional(spread),
});

/** Schema of a plan document, version 2. Unknown keys are refused: a misspelt field must not pass as absent. */
export const planSchema = z.strictObject({
  schema: z.literal(PLAN_SCHEMA),
  version: z.literal(PLAN_VERSION),
  title: optional(text),
  adoption: optional(adoptionSchema),
  contact: optional(contactSchema),
  licence: optional(licenceSchema),
  reference: z.strictObject({ id, hash: text }),
  city,
  inventories: list(inventorySchema),
  baseline: z.strictObject({
    baseYear: year,
    horizonYear: year,
    gwpSet,
    boundary,
    cells: list(cell),
    drivers: list(driver),
  }),
  targets: z.array(target).min(1).readonly(),
  mainTarget: id,
  actions: list(action),
  finance: z.strictObject({
    currency: z.literal('EUR'),
    priceYear: year,
    discountRate: z.number().min(-0.05).max(0.5),
    prices: z.record(z.string(), price).readonly(),
  }),
  context: z.record(z.string(), z.union([finite, text])).readonly(),
  sources: z.record(z.string(), source).readonly(),
});

/** The JSON Schema (2020-12) of a plan document, for other tools. */
export function planJsonSchema(): unknown {
  return z.toJSONSchema(planSchema, { target: 'draft-2020-12' });
}
