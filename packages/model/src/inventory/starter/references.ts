/** What the starter inventory says of each GPC reference outside the fitted shares: losses, extras, or a notation key with its reason. */
import type { GpcRef, Missing, NotationKey } from '../types.ts';

/** Transmission and distribution losses: `loss / (1 − loss)` of the grid emissions of another reference. */
export const LOSSES_OF: ReadonlyMap<GpcRef, GpcRef> = new Map([
  ['I.1.3', 'I.1.2'],
  ['I.2.3', 'I.2.2'],
  ['I.3.3', 'I.3.2'],
]);

function missing(keys: readonly NotationKey[], explanation: string, includedIn?: readonly GpcRef[]): Missing {
  return { keys, explanation, ...(includedIn !== undefined && { includedIn }) };
}

const included = (where: GpcRef, what: string): Missing =>
  missing(['IE'], `public figures do not tell ${what} apart; it is part of ${where}`, [where]);
const notEstimated = (why: string): Missing => missing(['NE'], why);

const ONE_SITE = 'a matter of single sites, which national figures do not locate; ask the operators';

/** References that get a notation key. Everything else is a share of a group, a loss or an extra. */
export const STARTER_KEYS: ReadonlyMap<GpcRef, Missing> = new Map([
  ['I.4.1', notEstimated(`own use of power plants and refineries: ${ONE_SITE}`)],
  ['I.4.2', included('I.3.2', 'electricity bought by power plants')],
  ['I.4.3', included('I.3.3', 'grid losses of power plants')],
  ['I.4.4', notEstimated(`power generation: ${ONE_SITE}`)],
  ['I.5.1', included('I.3.1', 'fuel in farming, forestry and fishing')],
  ['I.5.2', included('I.3.2', 'electricity in farming, forestry and fishing')],
  ['I.5.3', included('I.3.3', 'grid losses of farming, forestry and fishing')],
  ['I.6.1', included('I.2.1', 'fuel of non-specified sources')],
  ['I.6.2', included('I.2.2', 'electricity of non-specified sources')],
  ['I.6.3', included('I.2.3', 'grid losses of non-specified sources')],
  ['I.7.1', missing(['NO'], 'no coal mine is assumed within the city; 40 of 41 cities of the calibration report none')],
  ['II.1.3', notEstimated('journeys across the boundary need a travel survey or a traffic model')],
  ['II.2.3', notEstimated('rail journeys across the boundary need timetables and passenger counts')],
  ['II.3.1', notEstimated(`harbour and ferry traffic: ${ONE_SITE}`)],
  ['II.3.2', included('I.2.2', 'shore power')],
  ['II.3.3', notEstimated(`shipping from the city’s port: ${ONE_SITE}`)],
  ['II.4.1', notEstimated(`local flights: ${ONE_SITE}`)],
  ['II.4.2', included('I.2.2', 'electricity of airports')],
  ['II.5.2', included('I.2.2', 'electricity of off-road machines')],
  ['II.5.3', notEstimated('off-road work outside the boundary is not in public figures')],
  ['III.1.3', notEstimated('waste brought in from outside depends on single landfills')],
  ['III.2.2', included('III.2.1', 'the place of biological treatment')],
  ['III.2.3', notEstimated('waste brought in from outside depends on single plants')],
  ['III.3.2', included('III.3.1', 'the place of incineration')],
  ['III.3.3', notEstimated('waste brought in from outside depends on single plants')],
  ['III.4.2', included('III.4.1', 'the place of wastewater treatment')],
  ['III.4.3', notEstimated('wastewater from outside depends on single plants')],
  ['IV.1', notEstimated(`cement, lime, glass, metal and chemical works: ${ONE_SITE}`)],
  ['V.1', notEstimated('herds within the boundary are not in public figures; small in most cities')],
  ['V.2', notEstimated('land-use change within the boundary needs land-cover maps of two dates')],
  ['V.3', notEstimated('fertiliser and burning within the boundary are not in public figures; small in most cities')],
  ['VI.1', notEstimated('other scope 3 is not part of BASIC or BASIC+')],
] satisfies readonly (readonly [GpcRef, Missing])[]);
