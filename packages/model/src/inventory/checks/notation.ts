/** Checks of notation keys: explained where the GPC asks for it, pointing at something, not contradicting figures. */
import { inBoundary, isGpcRef } from '../gpc.ts';
import { figuresByRef } from '../totals.ts';
import type { GpcRef, Inventory, InventoryRow, Missing, NotationKey } from '../types.ts';
import { isMissing } from '../types.ts';
import type { Check } from './context.ts';
import { about, aboutAll } from './context.ts';

interface MissingRow extends InventoryRow {
  readonly co2eTonnes: Missing;
}

function missingRows(inventory: Inventory, key?: NotationKey): readonly MissingRow[] {
  return inventory.rows.filter(
    (row): row is MissingRow => isMissing(row.co2eTonnes) && (key === undefined || row.co2eTonnes.keys.includes(key)),
  );
}

const unexplained = (row: MissingRow): boolean => row.co2eTonnes.explanation === undefined && row.note === undefined;

/** `NE` must be justified: where BASIC asks for the reference a warning, beyond it a note. */
export const unexplainedNotEstimated: Check = ({ inventory }) => {
  const refs = missingRows(inventory, 'NE')
    .filter(unexplained)
    .map(({ ref }) => ref);
  const inBasic = (ref: GpcRef): boolean => isGpcRef(ref) && inBoundary(ref, 'basic');
  const say = (named: string, plural: boolean): string => `${named} ${plural ? 'are' : 'is'} NE without a reason.`;
  const remedy = 'Estimate it, or say why it was not estimated (column "explanation").';
  return [
    ...aboutAll(refs.filter(inBasic), 'ne-unexplained', 'warning', say, remedy, {}),
    ...aboutAll(
      refs.filter((ref) => !inBasic(ref)),
      'ne-unexplained',
      'note',
      say,
      remedy,
      {},
    ),
  ];
};

/** `C` must say what is confidential. */
export const unexplainedConfidential: Check = ({ inventory }) =>
  aboutAll(
    missingRows(inventory, 'C')
      .filter(unexplained)
      .map(({ ref }) => ref),
    'c-unexplained',
    'note',
    (named, plural) => `${named} ${plural ? 'are' : 'is'} confidential without a reason.`,
    'Say whose data they are (column "explanation").',
    {},
  );

/** `IE` must name the reference that holds the emissions. */
export const elsewhereUnnamed: Check = ({ inventory }) =>
  aboutAll(
    missingRows(inventory, 'IE')
      .filter((row) => row.co2eTonnes.includedIn === undefined)
      .map(({ ref }) => ref),
    'ie-unnamed',
    'warning',
    (named, plural) => `${named} ${plural ? 'are' : 'is'} included elsewhere, but where is not said.`,
    'Write the reference that holds it, such as "IE (II.1.1)".',
    {},
  );

/** `IE` must name a reference that exists. */
export const elsewhereUnknown: Check = ({ inventory }) =>
  targets(inventory)
    .filter(([, target]) => !isGpcRef(target))
    .map(([ref, target]) =>
      about(
        ref,
        'ie-unknown',
        'error',
        `${ref} is included in "${target}", which is no GPC reference.`,
        'Correct it.',
        {
          target,
        },
      ),
    );

/** `IE` must name a reference with a figure. */
export const elsewhereEmpty: Check = ({ inventory }) => {
  const held = figuresByRef({ ...inventory, rows: inventory.rows.filter((row) => isGpcRef(row.ref)) });
  return targets(inventory)
    .filter(([ref, target]) => isGpcRef(target) && target !== ref && typeof held.get(target) !== 'number')
    .filter(([, target]) => !pointsOn(held.get(target)))
    .map(([ref, target]) =>
      about(
        ref,
        'ie-empty',
        'error',
        `${ref} is included in ${target}, but ${target} has no figure.`,
        `Give ${target} its figure, or name the reference that holds it.`,
        { target },
      ),
    );
};

/** A target that is itself `IE` hands the question on; the circle check looks at those. */
const pointsOn = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'includedIn' in value && (value as Missing).includedIn !== undefined;

/** `IE` must not lead back to itself. */
export const elsewhereCircle: Check = ({ inventory }) => {
  const next = new Map<GpcRef, GpcRef[]>();
  for (const [ref, target] of targets(inventory)) next.set(ref, [...(next.get(ref) ?? []), target]);
  return [...next.keys()]
    .filter((ref) => reaches(next, ref, ref))
    .map((ref) =>
      about(
        ref,
        'ie-circle',
        'error',
        `${ref} is included elsewhere in a circle that ends at ${ref} itself.`,
        'Let one of the references in the circle hold the figure.',
        {},
      ),
    );
};

/** A reference cannot both not occur and not be estimated. */
export const contradictingKeys: Check = ({ inventory }) =>
  missingRows(inventory, 'NO')
    .filter((row) => row.co2eTonnes.keys.includes('NE') || row.co2eTonnes.keys.includes('C'))
    .map(({ ref, co2eTonnes }) =>
      about(
        ref,
        'keys-contradict',
        'warning',
        `${ref} says ${co2eTonnes.keys.join(' and ')} at once.`,
        'Keep NO if it does not occur; otherwise the other key.',
        { keys: co2eTonnes.keys.join(', ') },
      ),
    );

/** A reference with a figure cannot also be said not to occur. */
export const keyBesideFigure: Check = ({ inventory }) => {
  const held = new Set(inventory.rows.filter((row) => !isMissing(row.co2eTonnes)).map((row) => row.ref));
  return missingRows(inventory, 'NO')
    .filter(({ ref }) => held.has(ref))
    .map(({ ref }) =>
      about(
        ref,
        'key-beside-figure',
        'warning',
        `${ref} has a figure in one row and NO in another.`,
        'Remove the row that is wrong.',
        {},
      ),
    );
};

function targets(inventory: Inventory): readonly (readonly [GpcRef, GpcRef])[] {
  return missingRows(inventory, 'IE').flatMap((row) =>
    (row.co2eTonnes.includedIn ?? []).map((target) => [row.ref, target] as const),
  );
}

function reaches(next: ReadonlyMap<GpcRef, readonly GpcRef[]>, from: GpcRef, goal: GpcRef): boolean {
  const seen = new Set<GpcRef>();
  const open = [...(next.get(from) ?? [])];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (ref === goal) return true;
    if (seen.has(ref)) continue;
    seen.add(ref);
    open.push(...(next.get(ref) ?? []));
  }
  return false;
}
