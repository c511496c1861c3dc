/** Livestock (V.1): enteric fermentation, and manure by region, temperature and system. */
import type { Factor } from '../factors/types.ts';
import {
  addEmissions,
  entericFermentation,
  manureMethane,
  manureNitrousOxide,
  nitrogenExcretedKg,
} from '../methods/index.ts';
import type { Emission } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import { meanTemperature } from './climate.ts';
import type { Desk } from './desk.ts';
import { enter, lookFor, need, refuse, unknownActivity } from './desk.ts';
import { kebab } from './kebab.ts';

const ANIMALS = 'dairy-cattle, other-cattle, buffalo, sheep, goats, swine, horses, camels, …';

/** Calculate a line of V.1: `manure` in the activity for manure, else enteric fermentation. */
export function livestockRow(desk: Desk): InventoryRow {
  need(desk, 'head');
  return desk.activity.includes('manure') ? manureRow(desk) : entericRow(desk);
}

function entericRow(desk: Desk): InventoryRow {
  const item = desk.activity.replace(/^enteric-(fermentation-)?(of-)?/, '');
  const condition = desk.carrier === '' || desk.carrier === 'none' ? undefined : desk.carrier;
  const factor =
    lookFor(desk, 'livestock', item, 'enteric-ch4', condition) ??
    lookFor(desk, 'livestock', item, 'enteric-ch4', 'low-productivity');
  if (factor === undefined) return unknownActivity(desk, ANIMALS);
  return enter(
    desk,
    entericFermentation(desk.base, factor.value, factor.source),
    `enteric fermentation only; a line "manure of ${item}" adds the manure`,
  );
}

/** CH4 by region and temperature (Tables 10.14, 10.15); direct N2O where the carrier names the system the manure is kept in (Table 10.21). */
function manureRow(desk: Desk): InventoryRow {
  const item = desk.activity.replace(/^manure-(of-|management-)?(of-)?|-manure(-management)?$/g, '');
  const { celsius, system, assumed } = keepingOf(desk);
  const ch4 = methaneFactor(desk, item, celsius);
  const parts: Emission[] = [manureMethane(desk.base, ch4.value, ch4.source)];
  if (system !== undefined) parts.push(nitrousOxide(desk, item, system));
  const where = `${Math.round(celsius)} °C${assumed ? ' (told from degree days)' : ''}`;
  const kept =
    system === undefined
      ? 'CH4 only: N2O needs the system, such as "solid storage", as carrier'
      : `direct N2O of ${system.keys['item']}; what volatilises is not counted`;
  return enter(desk, addEmissions('manure-management', parts), `manure at ${where}; ${kept}`);
}

interface Keeping {
  readonly celsius: number;
  readonly system: Factor | undefined;
  readonly assumed: boolean;
}

/** Temperature and system out of the carrier: `solid storage, 15 °C`, `dry lot`, `22 C`, or blank. */
function keepingOf(desk: Desk): Keeping {
  const written = desk.line.activity.carrier;
  const degrees = /(-?\d+(?:\.\d+)?)\s*°?\s*C?\b/i.exec(written);
  const name = kebab(written.replace(degrees?.[0] ?? '', '').replaceAll('°', ''));
  const system = name === '' || name === 'none' ? undefined : systemOf(desk, name);
  return degrees === null
    ? { celsius: meanTemperature(desk), system, assumed: true }
    : { celsius: Number(degrees[1]), system, assumed: false };
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'liquid-slurry': 'liquid-slurry-with-natural-crust-cover',
  slurry: 'liquid-slurry-with-natural-crust-cover',
  lagoon: 'uncovered-anaerobic-lagoon',
  'anaerobic-lagoon': 'uncovered-anaerobic-lagoon',
  digester: 'anaerobic-digester',
  'deep-bedding': 'cattle-and-swine-deep-bedding-no-mixing',
  composting: 'composting-passive-windrow',
};

function systemOf(desk: Desk, name: string): Factor {
  return (
    lookFor(desk, 'livestock', OTHER_NAMES[name] ?? name, 'manure-n2o-n') ??
    refuse(
      'unknown-carrier',
      `"${desk.line.activity.carrier}" is not a manure system or temperature this program knows`,
    )
  );
}

/** Classes of the tables, °C, and of the animals that have three. */
const CLASSES = [10, 15, 20, 25, 28] as const;

function methaneFactor(desk: Desk, item: string, celsius: number): Factor {
  const nearest = CLASSES.toSorted((one, other) => Math.abs(one - celsius) - Math.abs(other - celsius))[0]!;
  const climate = celsius < 15 ? 'cool' : celsius <= 25 ? 'temperate' : 'warm';
  return (
    lookFor(desk, 'livestock', item, 'manure-ch4', `temperature-${nearest}`) ??
    lookFor(desk, 'livestock', item, 'manure-ch4', climate) ??
    unknownActivity(desk, `manure of ${ANIMALS}`)
  );
}

/** Weights and excretion of animals are in the tables by other names for some. */
const EXCRETION: Readonly<Record<string, string>> = {
  horses: 'horses-and-mules-asses',
  'mules-asses': 'horses-and-mules-asses',
};

function nitrousOxide(desk: Desk, item: string, system: Factor): Emission {
  const rate = lookFor(desk, 'livestock', EXCRETION[item] ?? item, 'nitrogen-excretion');
  const weight =
    lookFor(desk, 'livestock', item, 'live-weight') ??
    lookFor(desk, 'livestock', item, 'live-weight', 'low-productivity');
  if (rate === undefined || weight === undefined) {
    return refuse(
      'missing-figure',
      `no nitrogen excretion or weight of ${item} is known; leave the system out for CH4 alone`,
    );
  }
  return manureNitrousOxide(
    desk.base,
    nitrogenExcretedKg(rate.value, weight.value),
    [{ share: 1, n2oN: system.value }],
    system.source,
  );
}
