/**
 * Make `network/pledges.csv`: what the cities of the thousand have stated in public, from the Net Zero Tracker (CC BY 4.0).
 *
 *     node scripts/run.mjs packages/reference/scripts/network/pledges.ts <input directory>
 *
 * Writes what could not be matched with certainty to `network/pledges-unmatched.csv` beside it.
 */
import { writeFileSync } from 'node:fs';
import { DomainError } from '@thousand-cities/model';
import { loadReference } from '../../src/node.ts';
import type { City } from '../../src/places/index.ts';
import { readSheet } from '../places/inputs.ts';
import { CITY_STATES, OTHER_PLACES, SPELLINGS } from './tracker-names.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('say where the input files are: pledges.ts <input directory>');

type Actor = Readonly<Record<string, string>>;

const [header = [], ...body] = readSheet(
  dir,
  'plans/net_zero_tracker/snapshot_2022-12-20_13-07-14.xlsx',
  process.argv[3] ?? 'Sheet1',
);
const actors: Actor[] = body.map((cells) =>
  Object.fromEntries(header.map((name, i) => [name, (cells[i] ?? '').trim()])),
);
const { gazetteer } = loadReference();
const thousand = new Set(gazetteer.thousand.map(({ id }) => id));

const of = (actor: Actor, field: string): string => actor[field] ?? '';
const isCity = (actor: Actor) =>
  of(actor, 'actor_type') === 'City' || CITY_STATES.has(`${of(actor, 'actor_type')} ${of(actor, 'name')}`);

/** The city that is meant; why not, where that is not certain. */
function match(actor: Actor): City | string {
  const name = of(actor, 'name');
  if (OTHER_PLACES.has(name)) return 'another place of that name, or one that holds only a part of it';
  const meant = CITY_STATES.get(`${of(actor, 'actor_type')} ${name}`) ?? SPELLINGS.get(name) ?? name;
  try {
    return gazetteer.find(meant, of(actor, 'country'));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'ambiguous-city' ? 'several cities have that name' : 'no city of that name and country';
  }
}

const ZERO = /^(net zero|carbon neutral|climate neutral|zero carbon|zero emissions|ghg neutral|climate positive)/i;

/** Year, cut in %, basis and baseline of an end or interim target; cut blank where none is said. */
function step(actor: Actor, which: 'end_target' | 'interim_target'): readonly string[] {
  const kind = of(actor, which);
  const year = of(actor, `${which}_year`);
  if (year === '') return ['', '', '', ''];
  const percent = of(actor, `${which}_percentage_reduction`);
  const isCut = kind === 'Emissions reduction target' || kind === 'Reduction v. BAU';
  const cut = ZERO.test(kind) ? '100' : isCut ? percent : '';
  if (cut === '') return [year, '', '', ''];
  return kind === 'Reduction v. BAU'
    ? [year, cut, 'bau', '']
    : [year, cut, 'year', of(actor, `${which}_baseline_year`)];
}

const STATUS: Readonly<Record<string, string>> = {
  'In law': 'in law',
  'In policy document': 'in a policy document',
  'Declaration / pledge': 'pledged',
  'Proposed / in discussion': 'proposed',
  // A target whose standing the list does not say counts as no more than proposed.
  '': 'proposed',
};
const isStated = (kind: string) => kind !== '' && kind !== 'No target';
const GASES: Readonly<Record<string, string>> = {
  'Carbon dioxide only': 'co2',
  'Carbon dioxide and other GHGs': 'all',
};

function rowOf(actor: Actor, city: City): readonly string[] {
  const target = isStated(of(actor, 'end_target')) ? of(actor, 'end_target') : of(actor, 'interim_target');
  const stated = isStated(target);
  return [
    city.id,
    city.name,
    of(actor, 'country'),
    of(actor, 'name'),
    of(actor, 'race_to_zero_member') === 'Yes' ? 'yes' : 'no',
    stated ? target : '',
    stated ? STATUS[of(actor, 'end_target_status')]! : '',
    stated ? (GASES[of(actor, 'gasses_coverage')] ?? 'not stated') : '',
    ...step(actor, 'end_target'),
    ...step(actor, 'interim_target'),
  ];
}

const matches = actors.filter(isCity).map((actor) => ({ actor, found: match(actor) }));
const cities = matches.flatMap(({ actor, found }) => (typeof found === 'string' ? [] : [{ actor, city: found }]));
const isTwice = (id: string) => cities.filter(({ city }) => city.id === id).length > 1;
const hasSaid = (actor: Actor) =>
  isStated(of(actor, 'end_target')) ||
  isStated(of(actor, 'interim_target')) ||
  of(actor, 'race_to_zero_member') === 'Yes';

const rank = new Map(gazetteer.thousand.map(({ id }, i) => [id, i]));
const rows = cities
  .filter(({ city }) => thousand.has(city.id) && !isTwice(city.id))
  .sort((a, b) => rank.get(a.city.id)! - rank.get(b.city.id)!)
  .map(({ actor, city }) => rowOf(actor, city));
const unmatched = [
  ...matches.flatMap(({ actor, found }) => (typeof found === 'string' ? [{ actor, why: found }] : [])),
  ...cities.filter(({ city }) => isTwice(city.id)).map(({ actor, city }) => ({ actor, why: `more than one entry for ${city.name}` })), // prettier-ignore
].map(({ actor, why }) => [of(actor, 'name'), of(actor, 'country'), hasSaid(actor) ? 'yes' : 'no', why]);

const quote = (field: string) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
function write(name: string, columns: string, lines: readonly (readonly string[])[]): void {
  const text = [columns, ...lines.map((fields) => fields.map(quote).join(','))].join('\n');
  writeFileSync(new URL(`../../network/${name}.csv`, import.meta.url), `${text}\n`);
}
write(
  'pledges',
  'city,name,iso3,listed_as,race_to_zero,target,status,gases,year,cut_percent,from,baseline,interim_year,interim_cut_percent,interim_from,interim_baseline',
  rows,
);
write('pledges-unmatched', 'listed_as,iso3,has_target_or_membership,why', unmatched);
console.log(
  `${rows.length} of the thousand matched; ${unmatched.length} entries of the list were not, or not with certainty`,
);
