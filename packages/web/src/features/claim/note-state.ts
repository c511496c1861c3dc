/** Where each figure of the page comes from, and what the method cannot say: which lines a note has. Words are in the catalogues. */
import type { MessageKey } from '../../i18n/messages.ts';

/** One line of a note: what it speaks of, and the text. */
export interface NoteLine {
  readonly about: MessageKey;
  readonly text: MessageKey;
}

export interface Note {
  readonly lines: readonly NoteLine[];
  /** Pages of the documentation. */
  readonly docs: readonly string[];
}

const WHAT = 'claim.note.what';
const CITIES: NoteLine = { about: 'claim.note.cities', text: 'claim.note.cities.text' };
const REFERENCE: NoteLine = { about: 'claim.note.reference', text: 'claim.note.reference.text' };
const ONCE: NoteLine = { about: 'claim.note.once', text: 'claim.note.once.text' };
const GRID: NoteLine = { about: 'claim.note.grid', text: 'claim.note.grid.text' };
const PLANS: NoteLine = { about: 'claim.note.plans', text: 'claim.note.plans.text' };
const WORLD: NoteLine = { about: 'claim.note.world', text: 'claim.note.world.text' };
const CLIMATE: NoteLine = { about: 'claim.note.climate', text: 'claim.note.climate.text' };
const POLLUTANTS: NoteLine = { about: 'claim.note.pollutants', text: 'claim.note.pollutants.text' };
const BUDGET: NoteLine = { about: 'claim.note.budget', text: 'claim.note.budget.text' };
const LIMITS: NoteLine = { about: 'claim.note.limits', text: 'claim.note.limits.text' };

const NETWORK_DOCS = ['docs/methods/network.md', 'docs/methods/ambition.md'];
const CLIMATE_DOC = 'docs/methods/climate.md';

const NOTES: Readonly<Record<string, Note>> = {
  'claim.tonnes': {
    lines: [{ about: WHAT, text: 'claim.note.tonnes.text' }, REFERENCE, CITIES, ONCE, GRID],
    docs: NETWORK_DOCS,
  },
  'claim.share': {
    lines: [{ about: WHAT, text: 'claim.note.share.text' }, REFERENCE, CITIES, WORLD],
    docs: NETWORK_DOCS,
  },
  'claim.gap': { lines: [{ about: WHAT, text: 'claim.note.gap.text' }, WORLD, ONCE, BUDGET], docs: NETWORK_DOCS },
  'claim.degrees': {
    lines: [{ about: WHAT, text: 'claim.note.degrees.text' }, CLIMATE, POLLUTANTS, WORLD],
    docs: [CLIMATE_DOC, ...NETWORK_DOCS],
  },
  'claim.method': {
    lines: [PLANS, REFERENCE, CITIES, ONCE, GRID, WORLD, CLIMATE, POLLUTANTS, BUDGET, LIMITS],
    docs: [...NETWORK_DOCS, CLIMATE_DOC, 'docs/methods/targets.md', 'docs/methods/the-thousand.md'],
  },
};

/** The note of a figure by its path; the whole method for a path without one of its own. */
export function noteOf(path: string): Note {
  const name = path.split('.').slice(0, 2).join('.');
  return NOTES[name] ?? NOTES['claim.method']!;
}
