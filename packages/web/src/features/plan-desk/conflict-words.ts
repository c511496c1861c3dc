/** Places and values of a plan in the words of a conflict. */
import type { Plan } from '@thousand-cities/model';
import { dateFormat } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';

/** Members of a plan's actions whose names are in the catalogue under `desk.field.NAME`. */
function memberWords(name: string, { say, catalogue }: Language): string {
  const key = `desk.field.${name}`;
  return hasKey(catalogue, key) ? say(key) : name;
}

/** Names of the items on the way: an action, a task by its title, a budget line by its label. */
export function placeWords(
  path: readonly string[],
  plan: Plan,
  nameOf: (id: string) => string,
  language: Language,
): string {
  const [room, id, ...rest] = path;
  if (room !== 'actions' || id === undefined) return path.map((part) => memberWords(part, language)).join(' · ');
  const action = plan.actions.find((one) => one.id === id);
  let at: unknown = action;
  const words = rest.map((part) => {
    const item = Array.isArray(at) ? (at as readonly { id?: unknown }[]).find((one) => one.id === part) : undefined;
    at = item ?? (at as Record<string, unknown> | undefined)?.[part];
    return item ? itemName(item) : memberWords(part, language);
  });
  return [nameOf(id), ...words.filter((word) => word !== '')].join(' · ');
}

function itemName(item: object): string {
  const { title, label, name, on } = item as Record<string, unknown>;
  const found = title ?? label ?? name ?? on;
  return typeof found === 'string' ? found : '';
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A value short enough to choose by. */
export function valueWords(value: unknown, path: readonly string[], language: Language): string {
  const { say, percent, year, significant, locale } = language;
  const member = path.at(-1);
  if (typeof value === 'number') {
    if (member === 'size') return percent(value);
    return member === 'startYear' || member === 'year' ? year(value) : significant(value, 9);
  }
  if (typeof value === 'boolean') return say(value ? 'desk.yes' : 'desk.no');
  if (typeof value === 'string') return DAY.test(value) ? dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00Z`)) : value; // prettier-ignore
  if (Array.isArray(value)) return say('desk.value.list', { count: value.length });
  if (typeof value === 'object' && value !== null) return itemName(value) || say('desk.value.several');
  return String(value);
}
