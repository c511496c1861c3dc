/** What the schema has to say about a plan document, in plain words. */
import type * as z from 'zod';
import type { Place } from '../errors.ts';

/** Allowed values that a message lists before it gives only their number. */
const MOST_VALUES = 8;

/** Words for one fault, to follow its place: `baseline.cells.0.amount: needs a number, and has the text "1,000"`. */
export function issueText(issue: z.core.$ZodIssue, document: unknown): string {
  const found = valueAt(document, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? `is missing; ${kindName(issue.expected)} is needed`
        : `needs ${kindName(issue.expected)}, and has ${shown(found)}`;
    case 'invalid_value':
      return `${shown(found)} is not ${allowed(issue.values)}`;
    case 'invalid_union':
      return found === undefined ? 'is missing' : `${shown(found)} is of a kind that does not belong here`;
    case 'unrecognized_keys':
      return `no plan has a field called ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'too_small':
      return `${shown(found)} is too little; ${String(issue.minimum)} is the least`;
    case 'too_big':
      return `${shown(found)} is too much; ${String(issue.maximum)} is the most`;
    default:
      return issue.message;
  }
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    document,
  );
}

const KINDS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const kindName = (expected: string): string => KINDS[expected] ?? expected;

function allowed(values: readonly unknown[]): string {
  if (values.length === 1) return shown(values[0]);
  if (values.length > MOST_VALUES) return `one of the ${values.length} values that a plan may have here`;
  return `one of ${values.map((value) => (typeof value === 'string' ? `"${value}"` : shown(value))).join(', ')}`;
}

/** A value short enough to stand in a message. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (value === undefined) return 'nothing';
  if (typeof value !== 'string') return String(value);
  return value.length > 40 ? `the text "${value.slice(0, 40)}…"` : `the text "${value}"`;
}

/** True where brackets or a text are still open at the end: the mark of a file that was cut off. */
export function endsTooEarly(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const code = json[i];
    if (inText) {
      if (code === '\\') i++;
      else if (code === '"') inText = false;
    } else if (code === '"') inText = true;
    else if (code === '{' || code === '[') depth++;
    else if (code === '}' || code === ']') depth--;
  }
  return inText || depth > 0;
}

/** `row 12, column 5` of a position in a text, both from 1. */
export function rowAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `row ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** A place in words that can be searched for: `baseline.cells.0`, with the id of the thing where it has one. */
export function placeText(at: Place, document: unknown): string {
  if (at.length === 0) return 'the document';
  const path = at.join('.');
  for (let length = at.length; length > 0; length--) {
    const value = valueAt(document, at.slice(0, length));
    const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : undefined;
    if (typeof id === 'string' && id.length <= 80) return `${path} (${id})`;
  }
  return path;
}
