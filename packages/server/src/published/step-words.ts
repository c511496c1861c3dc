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

/** Names of the two figures that a share, a change or a difference is made of; undefined for other steps. */
function bothNames({ kind, children }: ExplainNode, names: StepNames): Record<'first' | 'second', string> | undefined {
  const [first, second] = children;
  if (!kind.startsWith('of-two-') || !first || !second) return undefined;
  return { first: figureName(first.path, first, names), second: figureName(second.path, second, names) };
}

/** The name of a step. A kind that the catalogue does not know keeps the model's own words. */
export function stepName(step: ExplainNode, names: StepNames): string {
  const { language, plan, nameOf } = names;
  const both = bothNames(step, names);
  if (both) return language.plain(`published.step.${step.kind}`, both);
  if (step.kind === 'inventory-row' && language.has(`published.method.${step.label}`))
    return language.plain(`published.method.${step.label}`);
  const action = plan?.actions.find(({ name }) => step.label.startsWith(`${name}: `));
  const after = action === undefined ? step.label : step.label.slice(action.name.length + 2);
  const subject = subjectOf(step.label, names);
  const key = `explain.step.${step.kind}`;
  const year = /\b(1[89]|2[01])\d\d\b/.exec(step.label)?.[0] ?? '';
  const said = language.has(key)
    ? language.plain(key, { subject: subject ?? after, year }).trim()
    : (subject ?? language.phrase(after));
  return action === undefined ? said : `${nameOf(action.id)}: ${said}`;
}

/** What is said beside a step: of a target the reader's own words, of any other the note as it was written. */
export function stepNote({ kind, label, note }: ExplainNode, { plan, language }: StepNames): string | undefined {
  if (kind !== 'target' && kind !== 'target-budget') return note === undefined ? undefined : language.phrase(note);
  const target = plan?.targets.find(({ id }) => label.includes(id));
  const key = `target.${target?.kind ?? ''}.text`;
  return language.has(key) ? language.plain(key) : note;
}

/** How a figure follows from those below it. */
export function stepFormula(step: ExplainNode, names: StepNames): string | undefined {
  const { kind, formula } = step;
  const { language } = names;
  if (formula === undefined) return undefined;
  const both = bothNames(step, names);
  if (both) return language.plain(`published.formula.${kind}`, both);
  const key = `explain.formula.${kind}`;
  return language.has(key) ? language.plain(key) : language.phrase(formula);
}

/** Steps that count people. */
const WHOLE: readonly string[] = ['population', 'residents'];

/** The value with its unit: tonnes of CO2e and euros at a readable scale, anything else as it stands; missing is said. */
export function stepValue({ kind, value, unit }: ExplainNode, language: Language): string {
  if (value === null) return language.plain('published.missing');
  if (typeof value === 'string') return language.phrase(value);
  if (unit === 't CO2e') return language.co2e(value);
  if (unit === 't CO2') return language.co2(value);
  if (unit === '%') return language.percent(value / 100);
  if (WHOLE.includes(kind)) return language.whole(value);
  if (unit !== undefined && /^EUR \(\d{4}\)$/.test(unit)) return language.euros(value);
  const number = language.number(value);
  return unit === undefined ? number : `${number}\u00a0${language.phrase(unit).replaceAll('CO2', 'CO₂')}`;
}

/** The name of a figure by its path, such as `emissions.plan.2030`; by its step where the catalogue does not know the path. */
function figureName(path: string | undefined, root: ExplainNode, names: StepNames): string {
  const { has, plain, year } = names.language;
  const [, what = '', when] = /^(.*?)(?:\.(\d{4}))?$/.exec(path ?? '') ?? [];
  const key = `published.figure.${what}`;
  return has(key) ? plain(key, { year: when === undefined ? '' : year(Number(when)) }) : stepName(root, names);
}

/** The same as a title. */
export function figureTitle(path: string, root: ExplainNode, names: StepNames): string {
  const name = figureName(path, root, names);
  return name.slice(0, 1).toLocaleUpperCase(names.language.locale) + name.slice(1);
}
