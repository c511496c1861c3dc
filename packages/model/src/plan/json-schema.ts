/** The plan document as a JSON Schema, for programs that write plans without this model. */
import * as z from 'zod';
import { planSchema } from './schema.ts';

/**
 * The JSON Schema (2020-12) of a plan file of the present version. It says shapes and ranges; that references within a plan
 * lead somewhere is checked by `planOf` alone.
 */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any' });
}
