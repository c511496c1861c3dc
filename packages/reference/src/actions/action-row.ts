/** One line of `actions.csv`: who, how fast, with what powers, to whose benefit. */
import {
  ACTION_POWERS,
  CLIMATE_ZONES,
  CO_BENEFITS,
  EASED_HAZARDS,
  type ActionTemplate,
  type Applicability,
  type Payers,
} from '@thousand-cities/model';
import { listField, numberAbove, vocabularyField } from '../splits/fields.ts';
import type { TableRow } from '../table.ts';
import { shareRangeField } from './ranges.ts';

const SECTORS = ['stationary-energy', 'grid-supply', 'transport', 'waste', 'ippu', 'afolu'] as const;
const SHAPES = ['s-curve', 'linear', 'step'] as const;
const YES_NO = ['yes', 'no'] as const;

/** Build a template from its line and the parts read from other tables. @throws {TableError} */
export function parseActionRow(
  row: TableRow,
  parts: Pick<ActionTemplate, 'words' | 'levers' | 'costs'>,
): ActionTemplate {
  return {
    id: row.text('id'),
    sector: row.oneOf('sector', SECTORS),
    ...parts,
    applies: applicability(row),
    adoption: adoption(row),
    lifetimeYears: numberAbove(row, 'lifetime_years', 0),
    renew: row.oneOf('renew', YES_NO) === 'yes',
    payers: payers(row),
    lowIncomeBenefitShare: shareRangeField(row, 'low_income'),
    staffPer100k: row.number('staff_per_100k'),
    requires: listField(row, 'requires'),
    excludes: listField(row, 'excludes'),
    powers: vocabularyField(row, 'powers', ACTION_POWERS),
    coBenefits: vocabularyField(row, 'co_benefits', CO_BENEFITS),
    hazards: vocabularyField(row, 'hazards', EASED_HAZARDS),
    indicators: listField(row, 'indicators'),
    sources: listField(row, 'sources'),
  };
}

function applicability(row: TableRow): Applicability {
  const zones = vocabularyField(row, 'zones', CLIMATE_ZONES);
  const minPopulation = row.optionalNumber('min_population');
  const maxAbsLatitude = row.optionalNumber('max_abs_latitude');
  return {
    ...(zones.length > 0 ? { zones } : {}),
    ...(minPopulation === undefined ? {} : { minPopulation }),
    ...(row.optionalText('coastal') === 'yes' ? { coastal: true } : {}),
    ...(maxAbsLatitude === undefined ? {} : { maxAbsLatitude }),
  };
}

function adoption(row: TableRow): ActionTemplate['adoption'] {
  const stockLifetimeYears = row.optionalNumber('stock_lifetime_years');
  const turnoverBoost = row.optionalNumber('turnover_boost');
  return {
    rampYears: row.number('ramp_years'),
    shape: row.oneOf('shape', SHAPES),
    ...(stockLifetimeYears === undefined ? {} : { stockLifetimeYears }),
    ...(turnoverBoost === undefined ? {} : { turnoverBoost }),
  };
}

function payers(row: TableRow): Payers {
  const [city, national, households, business] = (['city', 'national', 'households', 'business'] as const).map((who) =>
    row.number(`payer_${who}`),
  );
  const sum = city! + national! + households! + business!;
  if (Math.abs(sum - 1) > 1e-9) row.fail('payer_city', `the payers' shares sum to ${sum}, not 1`);
  return { city: city!, national: national!, households: households!, business: business! };
}
