/** A real draft plan of a real city for tests: nothing here is made up. */
import {
  draftPlan,
  evaluate,
  referenceOf,
  type Outcome,
  type Plan,
  type ReferenceSlice,
  type ThousandData,
} from '@thousand-cities/model';
import { draftKit, loadReference, loadThousandData } from '@thousand-cities/reference/node';

export interface CityFixture {
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  evaluate(plan: Plan): Outcome;
}

/** GeoNames id of Bandung. */
export const BANDUNG = '1650357';

let made: CityFixture | undefined;

/** Bandung's draft with four of its actions switched on. Made once per test file. */
export function bandung(): CityFixture {
  return (made ??= make());
}

function make(): CityFixture {
  const set = loadReference();
  const { id, name, population, lat, lon } = set.gazetteer.city(BANDUNG);
  const city = { id, name, country: 'IDN', population, latitude: lat, longitude: lon };
  const { plan: draft } = draftPlan(city, draftKit());
  const plan = {
    ...draft,
    actions: draft.actions.map((action, i) =>
      i % 20 === 0 ? { ...action, schedule: { ...action.schedule, size: 0.5 } } : action,
    ),
  };
  const slice = set.countrySlice('IDN');
  return { plan, slice, evaluate: (each) => evaluate(each, referenceOf(slice)) };
}

/** The document of the thousand as the server sends it. */
export const thousandDocument = (): ThousandData => loadThousandData();
