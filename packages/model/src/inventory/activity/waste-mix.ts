/** What waste is made of: one kind named as carrier, or the mix of the region. */
import type { Desk } from './desk.ts';
import { lookFor, refuse } from './desk.ts';

/** Kinds of waste in the table of compositions. */
const KINDS = [
  'food',
  'garden-park',
  'paper-cardboard',
  'wood',
  'textiles',
  'nappies',
  'rubber-leather',
  'plastics',
  'metal',
  'glass',
  'other-inert',
] as const;

/** A kind of waste in a mix. */
export interface MixPart {
  readonly item: string;
  /** Share of the wet mass. */
  readonly part: number;
}

/** One kind named as carrier, or the regional mix; what a regional mix leaves out is counted as inert. */
export function mixOf(desk: Desk): readonly MixPart[] {
  const one = KINDS.find((kind) => kind === desk.carrier) ?? SIMPLE[desk.carrier];
  if (one !== undefined) return [{ item: one, part: 1 }];
  if (desk.carrier !== '' && desk.carrier !== 'mixed-msw' && desk.carrier !== 'msw') {
    refuse('unknown-carrier', `"${desk.line.activity.carrier}" is not a kind of waste this program knows`);
  }
  const parts = KINDS.flatMap((item) => {
    const share = lookFor(desk, 'waste-solid', item, 'composition');
    return share === undefined ? [] : [{ item: item as string, part: share.value }];
  });
  const sum = parts.reduce((all, { part }) => all + part, 0);
  if (parts.length === 0) refuse('missing-figure', 'no composition of waste for this region');
  if (sum >= 1) return parts.map(({ item, part }) => ({ item, part: part / sum }));
  return [...parts.filter(({ item }) => item !== 'other-inert'), inertRest(parts, sum)];
}

function inertRest(parts: readonly MixPart[], sum: number): MixPart {
  const stated = parts.find(({ item }) => item === 'other-inert')?.part;
  return { item: 'other-inert', part: 1 - sum + (stated === undefined ? 0 : stated) };
}

const SIMPLE: Readonly<Record<string, (typeof KINDS)[number]>> = {
  paper: 'paper-cardboard',
  garden: 'garden-park',
  'organic-waste': 'food',
  plastic: 'plastics',
};
