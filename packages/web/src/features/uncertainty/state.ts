/** Words for an uncertain input, which the model names `<kind> <what>`. */
import { isGpcRef, type Plan } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { cellWords, driverName } from '../explain/words.ts';
import { refName } from '../inventory/words.ts';

/** Something shared by several cells: the total of a GPC reference (`inventory:I.1.1`), a carrier's factor or price (`factor:coal`), a name. */
function sharedWords(what: string, language: Language): string {
  const { say, catalogue } = language;
  const [room, id] = what.split(':');
  if (room === 'inventory' && id !== undefined && isGpcRef(id)) return refName(language, id);
  const carrier = `carrier.${id}`;
  const kind = `input.${room}`;
  if (hasKey(catalogue, carrier) && hasKey(catalogue, kind))
    return say('input.of', { kind: say(kind), name: say(carrier) });
  const known = `input.shared.${what}`;
  return hasKey(catalogue, known) ? say(known) : what.replaceAll('-', ' ');
}

/**
 * Name an uncertain input in words: `activity <cell>`, `factor <cell>`, `shared <name>`, `driver <id>`, `price <key>`, or
 * `<kind> <action>[ <lever>]`.
 */
export function inputName(language: Language, input: string, plan: Plan, nameOf: (id: string) => string): string {
  const { say, catalogue } = language;
  const [kind = '', what = ''] = input.split(' ');
  if (kind === 'shared') return sharedWords(what, language);
  const key = `input.${kind}`;
  const named = (name: string) => (hasKey(catalogue, key) ? say('input.of', { kind: say(key), name }) : name);
  const driver = plan.baseline.drivers.find(({ id }) => id === what);
  if (kind === 'driver' && driver) return named(driverName(driver, language));
  if (plan.actions.some(({ id }) => id === what)) return named(nameOf(what));
  return named(cellWords(what, language) ?? what.replaceAll('-', ' '));
}
