/** References, cells and refusals in the reader's language. */
import { subsectorOf } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { findingValues } from '../../i18n/finding-words.ts';
import { hasKey, type MessageKey } from '../../i18n/messages.ts';
import type { GridColumn } from './columns.ts';
import type { PlacedFinding } from './overview.ts';
import type { RefusedCell } from './state.ts';

type Words = Pick<Language, 'say' | 'catalogue'>;

/** What part of its sub-sector a reference is. */
function partOf(ref: string): MessageKey | undefined {
  if (ref === 'I.4.4') return 'grid.part.toGrid';
  if (ref === 'I.7.1' || ref === 'I.8.1') return 'grid.part.fugitive';
  const [sector, , last] = ref.split('.');
  if (last === undefined) return undefined;
  if (sector === 'III') return `grid.part.waste.${last as '1' | '2' | '3'}`;
  if (last === '3') return sector === 'I' ? 'grid.part.losses' : 'grid.part.outside';
  return last === '2' ? 'grid.part.grid' : 'grid.part.fuel';
}

/** What a reference holds, under the heading of its sub-sector. */
export function partName(words: Words, ref: string): string {
  const part = partOf(ref);
  return part === undefined ? subsectorName(words, ref) : words.say(part);
}

/** The sub-sector of a reference; the reference itself where it is unknown. */
export function subsectorName({ say, catalogue }: Words, ref: string): string {
  try {
    const key = `subsector.${subsectorOf(ref)}`;
    return hasKey(catalogue, key) ? say(key) : ref;
  } catch {
    return ref;
  }
}

/** `I.1.1 Residential buildings: fuel burned in the city`. */
export function fullName(words: Words, ref: string): string {
  const part = partOf(ref);
  const name = subsectorName(words, ref);
  return part === undefined ? `${ref} ${name}` : `${ref} ${name}: ${words.say(part)}`;
}

export const columnName = ({ say }: Words, column: GridColumn): string => say(`grid.column.${column}`);

/** A finding in words: what, and what to do. */
export function findingWords(language: Language, { code, values }: PlacedFinding): { what: string; remedy: string } {
  const { say } = language;
  const key: MessageKey = `grid.find.${code}`;
  const shown = findingValues(language, code, values);
  return { what: say(key, shown), remedy: say(`${key}.do`, shown) };
}

/** A refused cell in words: where, why, what to do. */
export function refusalWords(words: Words, { ref, line, column, code, text }: RefusedCell): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const why = words.say(`grid.refused.${code}`, { text: shown });
  const where = { ref, column: columnName(words, column) };
  return line === undefined
    ? words.say('grid.refused.cell', { ...where, why })
    : words.say('grid.refused.line', { ...where, line, why });
}
