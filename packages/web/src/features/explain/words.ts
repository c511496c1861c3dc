/** An explanation's steps in the reader's language: by the kind of step, with what its label names. */
import { CHANNELS, GPC_REFERENCES, type Channel, type ExplainNode, type Plan } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey, type MessageKey } from '../../i18n/messages.ts';
import { joined } from '../../i18n/numbers.ts';
import { gasGroupOf } from '../inventory/state.ts';
import { refName } from '../inventory/words.ts';

/** What names are looked up in. */
export interface ExplainNames {
  readonly plan: Plan;
  readonly nameOf: (id: string) => string;
}

const yearOf = (label: string): string | undefined => /\b(1[89]|2[01])\d\d\b/.exec(label)?.[0];
const isChannel = (text: string): text is Channel => (CHANNELS as readonly string[]).includes(text);

/** A cell id `ref:use:carrier`, in words. */
export function cellWords(id: string, { say, catalogue }: Language): string | undefined {
  const [ref, use, carrier] = id.split(':');
  if (ref === undefined || use === undefined || carrier === undefined) return undefined;
  const useKey = `use.${use}`;
  const carrierKey = `carrier.${carrier.split('#')[0]}`;
  if (!hasKey(catalogue, useKey)) return undefined;
  const name =
    carrier === 'none' || !hasKey(catalogue, carrierKey)
      ? say(useKey)
      : say('inventory.leaf', { use: say(useKey), carrier: say(carrierKey) });
  return `${name} (${ref})`;
}

/** A driver by its name in the catalogue; one of the city's own keeps its label. */
export function driverName(
  { id, label }: { readonly id: string; readonly label: string },
  { say, catalogue }: Language,
): string {
  const key = `driver.${id}`;
  return hasKey(catalogue, key) ? say(key) : label;
}

/** The action a label begins with, by its name in the plan; the rest of the label is dropped. */
function actionIn(label: string, { plan, nameOf }: ExplainNames): string | undefined {
  const action = plan.actions.find(({ name }) => label.startsWith(`${name}: `));
  return action && nameOf(action.id);
}

/** What the label names, in words: a cell, a reference, a sector, a gas, a lever, a target. */
function subjectOf(node: ExplainNode, language: Language, names: ExplainNames): string | undefined {
  const { say, catalogue } = language;
  const cell = cellWords(node.label.split(' ')[0]!, language);
  if (cell !== undefined) return cell;
  if (GPC_REFERENCES.some(({ ref }) => ref === node.label)) return refName(language, node.label);
  const driver = names.plan.baseline.drivers.find(({ label }) => label === node.label);
  if (driver) return driverName(driver, language);
  const first = node.label.split(' ')[0]!;
  if (isChannel(first)) return say(`gas.${gasGroupOf(first)}`);
  for (const key of [`lever.${node.label}`, `sector.${node.label.slice('sector '.length)}`, `boundary.${first}`]) {
    if (hasKey(catalogue, key)) return say(key);
  }
  const target = names.plan.targets.find(({ id }) => node.label.startsWith(`${id} in `));
  return target && say(`target.${target.kind}`);
}

/**
 * An input of a target in words. The model names inputs with their years and country (`HDI of Indonesia 2018`); the catalogue
 * is asked for the name without them (`targetInput.hdi-of-country-year`).
 */
export function targetInputName(
  name: string,
  country: string | undefined,
  { say, catalogue }: Language,
): string | undefined {
  const [year = '', other = ''] = name.match(/(19|20)\d\d/g) ?? [];
  const plain = country === undefined ? name : name.replace(country, 'country');
  const slug = /^[a-z]+[A-Z]?\w*$/.test(plain)
    ? plain.replace(/(19|20)\d\d/, 'year')
    : plain
        .replace(/(19|20)\d\d/g, 'year')
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/^-|-$/g, '');
  const key = `targetInput.${slug}`;
  return hasKey(catalogue, key) ? say(key, { year, other, country: country ?? '' }) : undefined;
}

/** The step's name. A kind the catalogue does not know keeps the model's own words. */
export function stepName(node: ExplainNode, language: Language, names: ExplainNames): string {
  const { say, catalogue } = language;
  const action = actionIn(node.label, names);
  const key = `explain.step.${node.kind}`;
  const subject = subjectOf(node, language, names);
  const year = yearOf(node.label) ?? '';
  if (node.kind === 'target-input') {
    const country = names.plan.context['country'];
    return targetInputName(node.label, typeof country === 'string' ? country : undefined, language) ?? node.label;
  }
  if (hasKey(catalogue, key)) {
    const step = say(key, { subject: subject ?? node.label, year }).trim();
    return action === undefined ? step : `${action}: ${step}`;
  }
  if (action !== undefined) return `${action}: ${language.phrase(node.label.replace(/^.*?: /, ''))}`;
  return subject ?? language.phrase(node.label);
}

/** How the figure follows, in words where the catalogue has them for the kind. */
export function stepFormula(node: ExplainNode, { say, catalogue, phrase }: Language): string | undefined {
  if (node.formula === undefined) return undefined;
  const key = `explain.formula.${node.kind}`;
  return hasKey(catalogue, key) ? say(key as MessageKey) : phrase(node.formula);
}

/** The step's value with its unit: tonnes of CO2e and euros at a readable scale, anything else as it stands. */
export function stepValue(node: ExplainNode, { co2e, euros, significant, phrase }: Language): string {
  const { value, unit } = node;
  if (typeof value !== 'number') return phrase(value ?? '');
  if (unit === 't CO2e') return joined(co2e(value));
  if (unit !== undefined && /^EUR \(\d{4}\)$/.test(unit)) return joined(euros(value));
  const digits = significant(value, unit === undefined ? 4 : 3);
  return unit === undefined ? digits : `${digits}\u00a0${phrase(unit).replaceAll('CO2', 'CO₂')}`;
}
