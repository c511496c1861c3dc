/** The table of rights as a page for people. */
import {
  DOCUMENT_ACTIONS,
  DOCUMENT_RIGHTS,
  PLAIN_RIGHTS,
  ROLES,
  STATES,
  type PlainAction,
  type Role,
  type State,
} from './rights.ts';

const words: Readonly<Record<PlainAction, string>> = {
  'city.edit': 'rename the city',
  'members.read': 'see who works in the city',
  'members.edit': 'invite people, give and take the roles of members',
  'base-year.edit': 'choose which inventory is the base year',
  'shares.read': 'see what the city shares with which network',
  'shares.edit': 'join a network, choose what it sees, leave it',
  'comment.read': 'read comments',
  'comment.write': 'comment, resolve a comment',
  'evidence.read': 'open evidence files',
  'evidence.write': 'add and replace evidence files',
  'audit.read': 'read the audit log',
  'audit.write': 'change anything that leaves a trace in the audit log',
  'webhooks.edit': 'see and choose which addresses are told of events, and what they were told',
  'network.read': 'see its people, its cities and what they share (a coordinator: of their country)',
  'network.edit': 'rename the network, invite people, give and take the roles of members',
  'network.accept': 'take a city into the network, or turn it away (a coordinator: of their country)',
};

const stateWords: Readonly<Record<State, string>> = {
  draft: 'being worked on',
  review: 'submitted for review',
  returned: 'sent back by a reviewer',
  approved: 'approved; for a plan, adopted by the council',
  published: 'shown to everyone until it is withdrawn',
};

const initial = (state: State): string =>
  ({ draft: 'D', review: 'R', returned: 'T', approved: 'A', published: 'P' })[state];

/** Markdown of `docs/reference/rights.md`. */
export function rightsPage(): string {
  return [
    '# Rights',
    '',
    '<!-- Printed by `node scripts/run.mjs packages/store/scripts/print-rights.ts`; a test compares. -->',
    '',
    'Who may do what. The table stands in `packages/store/src/rights/rights.ts` and in the database, where row-level security',
    'holds every query to it. Each cell is tested by asking the database, on the embedded one and on a server.',
    '',
    'A role belongs to a city (lead, editor, reviewer, viewer) or to a network (secretariat, national coordinator,',
    'validator). A network role has a right in a city only as long as the city is in the network and shares the subject',
    '(inventory, plan, comment, evidence) with it; a national coordinator only in cities of the own country. Public is anyone.',
    'Administrators of an installation have no rights in a city by that; where nobody leads a city any more, they invite its next lead.',
    '',
    '## Versions of inventories and plans',
    '',
    'Every change is a new version in a state; no version is ever changed. Reading and writing are separate rights.',
    '',
    ...STATES.map((state) => `- **${initial(state)}** ${state}: ${stateWords[state]}`),
    '',
    ...table(
      DOCUMENT_ACTIONS.map((action) => [
        action,
        (role) => {
          const states = DOCUMENT_RIGHTS[action][role] ?? [];
          return STATES.map((state) => (states.includes(state) ? initial(state) : '·')).join(' ');
        },
      ]),
    ),
    '',
    '## Everything else',
    '',
    ...table(
      (Object.keys(PLAIN_RIGHTS) as PlainAction[]).map((action) => [
        `${action}: ${words[action]}`,
        (role) => (PLAIN_RIGHTS[action].includes(role) ? 'yes' : '·'),
      ]),
    ),
    '',
    'That a city or a network is on this installation is known to all. People see themselves and, in the cities and networks',
    'they belong to, each other.',
    '',
  ].join('\n');
}

/** A Markdown table, one line per action and one column per role, as Prettier would write it. */
function table(lines: readonly (readonly [string, (role: Role) => string])[]): string[] {
  const cells = [['', ...ROLES], ...lines.map(([head, cell]) => [head, ...ROLES.map(cell)])];
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((line) => line[column]!.length)));
  const line = (texts: readonly string[]) => `| ${texts.map((text, i) => text.padEnd(widths[i]!)).join(' | ')} |`;
  const [head, ...body] = cells as [string[], ...string[][]];
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}
