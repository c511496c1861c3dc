/** The sentence for every code of a refusal: its own, `trouble.CODE`, or that of a neighbour that asks the same of the reader. */
import type { MessageKey } from '../i18n/messages.ts';
import type { Schemas } from './client/client.ts';

/** What the API may refuse with. */
export type ProblemCode = Schemas['Problem']['code'];

/** Codes whose sentence bears their name. */
type Own = { [C in ProblemCode]: `trouble.${C}` extends MessageKey ? C : never }[ProblemCode];

/** The page was loaded before the server was renewed, or something stands between the two. */
const NOT_UNDERSTOOD = 'trouble.not-understood';
const ROW = 'trouble.row-unclear';
const NAME = 'trouble.name-unknown';
const STORE = 'trouble.store-unavailable';
const TABLE = 'inventories.refusal.table-malformed';

/** Every code without a sentence of its own: one that is missing does not compile. */
const SAME_AS: Readonly<Record<Exclude<ProblemCode, Own>, MessageKey>> = {
  'unknown-route': 'trouble.not-found',
  'unknown-locale': 'trouble.not-found',
  'post-only': NOT_UNDERSTOOD,
  'session-needed': 'trouble.scope-missing',
  'cross-site': NOT_UNDERSTOOD,
  'path-invalid': NOT_UNDERSTOOD,
  'query-invalid': NOT_UNDERSTOOD,
  'content-type': NOT_UNDERSTOOD,
  'content-encoding': NOT_UNDERSTOOD,
  'not-utf8': NOT_UNDERSTOOD,
  'not-json': NOT_UNDERSTOOD,
  'too-deep': NOT_UNDERSTOOD,
  'bad-name': 'trouble.bad-text',
  'bad-key': NOT_UNDERSTOOD,
  'bad-cursor': NOT_UNDERSTOOD,
  'key-reused': NOT_UNDERSTOOD,
  'key-not-taken': NOT_UNDERSTOOD,
  'other-text': 'trouble.changed',
  'not-evaluated': 'trouble.busy',
  'two-factor-not-enabled': 'trouble.totp-not-enabled',
  'too-many-attempts-request-new-code': 'trouble.locked',
  'session-expired': 'trouble.sign-in-needed',
  'session-not-fresh': 'trouble.recent-sign-in-needed',
  'validation-error': 'trouble.body-invalid',
  'unit-mismatch': ROW,
  'unknown-unit': ROW,
  'unknown-reference': ROW,
  'unknown-gas': ROW,
  'unknown-gwp-set': ROW,
  'unknown-carrier': ROW,
  'unknown-activity': ROW,
  'unknown-species': ROW,
  'unknown-target': NAME,
  'unknown-action': NAME,
  'unknown-scenario': NAME,
  'not-a-number': 'trouble.out-of-range',
  'store-in-use': STORE,
  'store-newer': STORE,
  'store-not-empty': STORE,
  'backup-invalid': STORE,
  'backup-newer': STORE,
  'file-is-spreadsheet': 'inventories.refusal.file-is-spreadsheet',
  'file-encoding': 'inventories.refusal.file-encoding',
  'file-truncated': 'inventories.refusal.file-truncated',
  'file-unreadable': 'inventories.refusal.file-unreadable',
  'file-encrypted': 'inventories.refusal.file-encrypted',
  'sheet-missing': 'inventories.refusal.sheet-missing',
  'sheet-unclear': 'inventories.refusal.sheet-unclear',
  'table-malformed': TABLE,
  'column-missing': 'inventories.refusal.column-missing',
  'column-unknown': 'inventories.refusal.column-unknown',
  'column-repeated': 'inventories.refusal.column-repeated',
  'cell-empty': 'inventories.refusal.cell-empty',
  'cell-not-a-number': 'inventories.refusal.cell-not-a-number',
  'cell-unsaved': 'inventories.refusal.cell-unsaved',
  'cell-fault': 'inventories.refusal.cell-fault',
  'number-ambiguous': 'inventories.refusal.number-ambiguous',
  'number-negative': 'inventories.refusal.number-negative',
  'number-out-of-range': 'inventories.refusal.number-out-of-range',
  'year-missing': 'inventories.refusal.year-missing',
  'year-invalid': 'inventories.refusal.year-invalid',
  'reference-unknown': 'inventories.refusal.reference-unknown',
  'notation-unknown': 'inventories.refusal.notation-unknown',
  'unit-unknown': 'inventories.refusal.unit-unknown',
  'unit-unfit': 'inventories.refusal.unit-unfit',
  'carrier-unknown': 'inventories.refusal.carrier-unknown',
  'activity-unknown': 'inventories.refusal.activity-unknown',
  'country-unknown': 'inventories.refusal.country-unknown',
  'factor-missing': 'inventories.refusal.factor-missing',
  'row-duplicate': 'inventories.refusal.row-duplicate',
  'row-contradicts': 'inventories.refusal.row-contradicts',
  'row-id-repeated': 'inventories.refusal.row-id-repeated',
  'row-id-unfit': 'inventories.refusal.row-id-unfit',
  // Of tables of networks and of emissions, which this page does not read
  'path-missing': TABLE,
  'species-unknown': TABLE,
  'species-missing': TABLE,
  'region-unknown': TABLE,
  'year-gap': TABLE,
  'year-order': TABLE,
  'history-missing': TABLE,
};

/** Where the sentence for a code stands. The public pages have fewer words: ask whether it is there. */
export function keyOfTrouble(code: string): string {
  return Object.hasOwn(SAME_AS, code) ? SAME_AS[code as keyof typeof SAME_AS] : `trouble.${code}`;
}
