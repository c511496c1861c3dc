/** The steps of an explanation in the reader's language: by the kind of step, with what its label names. */
import { CHANNELS, isGpcRef, subsectorOf, type ExplainNode, type Plan } from '@thousand-cities/model';
import type { Language } from './language.ts';

/** What steps are named with. */
export interface StepNames {
  readonly language: Language;
  /** Name of the city. */
  readonly city: string;
  /** The plan whose actions, drivers and targets are named; none where an inventory alone is published. */
  readonly plan: Plan | undefined;
  readonly nameOf: (id: string) => string;
}

/** A cell id `ref:use:carrier` in words; undefined for anything else. */
export function cellWords({ has, plain }: Language, id: string): string | undefined {
  const [ref, use, carrier] = id.split(':');
  if (ref === undefined || use === undefined || carrier === undefined || !has(`use.${use}`)) return undefined;
  const key = `carrier.${carrier.split('#')[0]}`;
  const name = plain(`use.${use}`);
  return `${carrier !== 'none' && has(key) ? `${name}: ${plain(key)}` : name} (${ref})`;
}

const GAS_GROUPS: Readonly<Record<string, string>> = { co2: 'co2', n2o: 'n2o', fgas: 'fgas' };

/** What a label names: a cell, a reference, a driver, a gas, a sector, a lever, a target. */
function subjectOf(label: string, { language, plan }: StepNames): string | undefined {
  const { has, plain } = language;
  const first = label.split(' ')[0]!;
  const cell = cellWords(language, first);
  if (cell !== undefined) return cell;
  if (isGpcRef(label)) return `${plain(`subsector.${subsectorOf(label)}`)} (${label})`;
  const driver = plan?.baseline.drivers.find((each) => each.label === label);
  if (driver) return has(`driver.${driver.id}`) ? plain(`driver.${driver.id}`) : driver.label;
  if ((CHANNELS as readonly string[]).includes(first)) return plain(`gas.${GAS_GROUPS[first] ?? 'ch4'}`);
  const keys = [`lever.${label}`, `sector.${label.slice('sector '.length)}`, `boundary.${first}`];
  const known = keys.find(has);
  if (known !== undefined) return plain(known);
  const target = plan?.targets.find(({ id }) => label.startsWith(`${id} in `));
  return target && plain(`target.${target.kind}`);
}

/** The name of a step. A kind that the catalogue does not know keeps the model's own words. */
export function stepName(step: ExplainNode, names: StepNames): string {
  const { language, plan, nameOf } = names;
  const action = plan?.actions.find(({ name }) => step.label.startsWith(`${name}: `));
  const after = action === undefined ? step.label : step.label.slice(action.name.length + 2);
  const subject = subjectOf(step.label, names);
  const key = `explain.step.${step.kind}`;
  const year = /\b(1[89]|2[01])\d\d\b/.exec(step.label)?.[0] ?? '';
  const said = language.has(key) ? language.plain(key, { subject: subject ?? after, year }).trim() : (subject ?? after);
  return action === undefined ? said : `${nameOf(action.id)}: ${said}`;
}

/** How a figure follows from those below it. */
export function stepFormula({ kind, formula }: ExplainNode, { language }: StepNames): string | undefined {
  if (formula === undefined) return undefined;
  const key = `explain.formula.${kind}`;
  return language.has(key) ? language.plain(key) : formula;
}

/** Steps that count people. */
const WHOLE: readonly string[] = ['population', 'residents'];

/** The value with its unit: tonnes of CO2e and euros at a readable scale, anything else as it stands; missing is said. */
export function stepValue({ kind, value, unit }: ExplainNode, language: Language): string {
  if (value === null) return language.plain('published.missing');
  if (typeof value === 'string') return value;
  if (unit === 't CO2e') return language.co2e(value);
  if (unit === 't CO2') return language.co2(value);
  if (unit === '%') return language.percent(value / 100);
  if (WHOLE.includes(kind)) return language.whole(value);
  if (unit !== undefined && /^EUR \(\d{4}\)$/.test(unit)) return language.euros(value);
  const number = language.number(value);
  return unit === undefined ? number : `${number}\u00a0${unit.replaceAll('CO2', 'CO₂')}`;
}

/** The name of a figure by its path, such as `emissions.plan.2030`; by its step where the catalogue does not know the path. */
export function figureTitle(path: string, root: ExplainNode, names: StepNames): string {
  const { has, plain, year, locale } = names.language;
  const [, what = '', when] = /^(.*?)(?:\.(\d{4}))?$/.exec(path) ?? [];
  const key = `published.figure.${what}`;
  const name = has(key) ? plain(key, { year: when === undefined ? '' : year(Number(when)) }) : stepName(root, names);
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}
