/** Words for an uncertain input, which the model names by what it belongs to. */
import { isGpcRef, type Plan } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { refName } from '../inventory/words.ts';

/** `action:x` by the action's name, `cell:…` by use and carrier, `driver:x` by its label; anything else as the model says it. */
export function inputName(language: Language, input: string, plan: Plan, nameOf: (id: string) => string): string {
  const { say, catalogue } = language;
  const colon = input.indexOf(':');
  const room = input.slice(0, colon);
  const id = input.slice(colon + 1);
  const action = plan.actions.find((each) => input.includes(each.id));
  const kind = `input.${room}`;
  const prefix = colon > 0 && hasKey(catalogue, kind) ? `${say(kind)}: ` : '';
  if (action) return `${prefix}${nameOf(action.id)}`;
  if (isGpcRef(id)) return refName(language, id);
  const driver = plan.baseline.drivers.find((each) => each.id === id);
  if (driver) return `${prefix}${driver.label}`;
  const cell = plan.baseline.cells.find((each) => input.includes(each.id));
  if (cell)
    return `${prefix}${say('inventory.leaf', { use: say(`use.${cell.use}`), carrier: say(`carrier.${cell.carrier}`) })}`;
  return colon > 0 ? `${prefix}${id.replaceAll('-', ' ')}` : input.replaceAll('-', ' ');
}
