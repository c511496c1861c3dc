/** Reading and writing GPC notation keys as real inventories spell them: `NE`, `NO; IE`, `IE (II.1.1)`, with an explanation. */
import type { GpcRef, Missing, NotationKey } from './types.ts';

const KEY_OF_WORD: Readonly<Record<string, NotationKey>> = {
  NO: 'NO',
  NE: 'NE',
  IE: 'IE',
  C: 'C',
  UNKNOWN: 'unknown',
  'NOT OCCURRING': 'NO',
  'NOT ESTIMATED': 'NE',
  'INCLUDED ELSEWHERE': 'IE',
  CONFIDENTIAL: 'C',
};

/** One key, then where it is included: `IE (II.1.1, II.1.2)`, `IE: II.1.1`, `IE -> II.1.1`. */
const ITEM =
  /^(NO|NE|IE|C|unknown|not occurring|not estimated|included elsewhere|confidential)(?:\s*(?:\(([^)]*)\)|(?:->|→|:|=|in)\s*((?:I{1,3}|IV|VI?)(?:\.\d+)+)))?$/i;
const REF = /\b(?:I{1,3}|IV|VI?)(?:\.\d+){1,2}\b/gi;

/**
 * Read a notation key, a list of keys, `IE (ref)`, or a key with an explanation after a dash or in brackets.
 * Returns `undefined` when the text is not a notation. References inside `IE (…)` are kept as written, in upper case; whether they
 * exist and hold a figure is for the checks to say.
 *
 * @param explanation from a column of its own, where the table has one
 */
export function parseNotation(text: string, explanation?: string): Missing | undefined {
  const keys: NotationKey[] = [];
  const includedIn: GpcRef[] = [];
  const said: string[] = [];
  const [head, tail] = splitExplanation(text.trim());
  if (tail !== undefined) said.push(tail);
  for (const item of splitItems(head)) {
    const match = ITEM.exec(item);
    const key = match?.[1] === undefined ? undefined : KEY_OF_WORD[match[1].toUpperCase()];
    if (match === null || key === undefined) return undefined;
    if (!keys.includes(key)) keys.push(key);
    const inside = match[2] ?? match[3];
    if (inside === undefined) continue;
    const refs = (inside.match(REF) ?? []).map((ref) => ref.toUpperCase());
    includedIn.push(...refs);
    if (refs.length === 0 && inside.trim() !== '') said.push(inside.trim());
  }
  if (keys.length === 0) return undefined;
  const words = [explanation?.trim(), ...said].filter((part) => part !== undefined && part !== '').join('; ');
  return {
    keys,
    ...(includedIn.length > 0 && { includedIn }),
    ...(words !== '' && { explanation: words }),
  };
}

/** Write a notation as the tables spell it: `NO; IE (II.1.1)`. The explanation is not part of it. */
export function formatNotation(missing: Missing): string {
  return missing.keys
    .map((key) => (key === 'IE' && missing.includedIn?.length ? `IE (${missing.includedIn.join(', ')})` : key))
    .join('; ');
}

/** `NE - no meters` → [`NE`, `no meters`]. A dash without spaces is not a separator, so `I.1-2` stays whole. */
function splitExplanation(text: string): readonly [string, string | undefined] {
  const match = /\s+[-–—]\s+/.exec(text);
  if (match === null) return [text, undefined];
  return [text.slice(0, match.index), text.slice(match.index + match[0].length).trim()];
}

/** Split a list at `;`, `,`, `/`, `+`, `&` outside brackets. */
function splitItems(text: string): string[] {
  return text
    .split(/[;,/+&](?![^(]*\))/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
