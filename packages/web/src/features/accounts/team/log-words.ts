/** Entries of the log in words. Pure: what was done, by whom, to what. */
import type { Say } from '../../../i18n/messages.ts';
import { hasKey, type Catalogue } from '../../../i18n/messages.ts';
import type { Schemas } from '../../../shared/client/client.ts';

export type LogEntry = Pick<Schemas['AuditEntry'], 'action' | 'subject' | 'detail' | 'actor'>;

/** Who is known by name: members and programs of the city, and whoever asks. */
export type Names = ReadonlyMap<string, string>;

/** Who did it. The program itself has no id; who has left is not known by name any more. */
export function actorOf(entry: LogEntry, names: Names, say: Say): string {
  if (toldBy(entry.detail)['by'] === 'installation') return say('team.log.installation');
  const actor = behind(entry) ?? entry.actor ?? undefined;
  if (actor === undefined) return say('team.log.system');
  const name = names.get(actor);
  if (name !== undefined) return name;
  // Who is no member comments alone: as a validator of a network that the city lets in.
  return say(entry.action.startsWith('comment.') ? 'team.log.outside' : 'team.log.former');
}

/** Whose doing it is, whoever wrote it down: the founder of a city, who joins it, and who leaves with the account. */
function behind({ action, subject, detail }: LogEntry): string | undefined {
  const { lead, account } = toldBy(detail);
  if (action === 'city.found' && typeof lead === 'string') return lead;
  return action === 'members.accept' || account === 'anonymised' ? subject.split('/')[1] : undefined;
}

/** What was done; the action as the program calls it where no words are known. */
export function deedOf({ action, subject, detail }: LogEntry, names: Names, say: Say, catalogue: Catalogue): string {
  const [kind = '', id = '', version = ''] = subject.split('/');
  const told = toldBy(detail);
  const wanted = `team.log.${kindOf(action, told)}`;
  if (!hasKey(catalogue, wanted)) return `${action} ${subject}`;
  const role = text(told['role']);
  return say(wanted, {
    version,
    person: kind === 'user' ? (names.get(id) ?? say('team.log.former')) : '',
    role: hasKey(catalogue, `workspace.role.${role}`) ? say(`workspace.role.${role}` as never) : role,
    name: text(told['name']),
    year: typeof told['year'] === 'number' ? String(told['year']) : '',
    url: text(told['url']),
  });
}

/** The action, or which kind of it the entry tells of. */
function kindOf(action: string, told: Readonly<Record<string, unknown>>): string {
  if (told['account'] === 'anonymised') return 'members.deleted';
  if (told['by'] === 'installation') return 'members.invite-lead';
  return action === 'members.set' && told['role'] === null ? 'members.remove' : action;
}

function toldBy(detail: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(detail) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
