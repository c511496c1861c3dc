/** Checks of energy figures against each other and against the grid. */
import { findUnit } from '../../units.ts';
import { figuresByRef } from '../totals.ts';
import type { Check, FigureRow } from './context.ts';
import { about, aboutAll, figureRows, isPositive, isThousandfold, overall, show } from './context.ts';

const GRID_SUBSECTORS = ['I.1', 'I.2', 'I.3', 'I.4', 'I.5', 'I.6'] as const;

/**
 * Grid energy used means energy lost on the way: I.x.2 asks for I.x.3. Losses said not to occur, or to be nought, are a warning; losses left out a
 * note, since BASIC does not ask for them; losses under `NE` or `C` are owned up to already.
 */
export const scope2WithoutLosses: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const open = GRID_SUBSECTORS.filter((sub) => isPositive(held.get(`${sub}.2`))).map((sub) => `${sub}.3`);
  const denied = open.filter((ref) => held.get(ref) === 0 || hasKey(held.get(ref), 'NO'));
  const leftOut = open.filter((ref) => held.get(ref) === undefined || hasKey(held.get(ref), 'unknown'));
  const remedy = 'Multiply the grid energy by the loss rate and the grid factor; the same line under I.x.3 does it.';
  return [
    ...aboutAll(
      denied.filter((ref) => !leftOut.includes(ref)),
      'scope2-without-losses',
      'warning',
      (named) => `Grid energy is used, and no grid is without losses, but ${named} say there are none.`,
      remedy,
      { losses: 'denied' },
    ),
    ...aboutAll(
      leftOut,
      'scope2-without-losses',
      'note',
      (named) =>
        `Grid energy is used, but its transmission and distribution losses (${named}) are left out; BASIC+ asks for them.`,
      remedy,
      { losses: 'left-out' },
    ),
  ];
};

const hasKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && 'keys' in value && (value as { keys: string[] }).keys.includes(key);

const elsewhere = (value: unknown): boolean => hasKey(value, 'IE');

/** Losses are a share of what was delivered, and no grid loses more than it delivers. */
export const lossesTooLarge: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  return GRID_SUBSECTORS.flatMap((sub) => {
    const use = held.get(`${sub}.2`);
    const loss = held.get(`${sub}.3`);
    if (!isPositive(use) || !isPositive(loss) || loss <= 0.6 * use) return [];
    return about(
      `${sub}.3`,
      'losses-too-large',
      'warning',
      `Losses of ${sub}.3 are ${show((100 * loss) / use)} % of the energy used in ${sub}.2.`,
      'Check the loss rate: the worst grids lose about half of what they deliver.',
      { share: loss / use, use: `${sub}.2` },
    );
  });
};

/** One grid, one loss rate: the shares of the sub-sectors agree within a factor of three; district heat loses more than electricity. */
export const lossRatesDisagree: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const rates = GRID_SUBSECTORS.flatMap((sub) => {
    const use = held.get(`${sub}.2`);
    const loss = held.get(`${sub}.3`);
    return isPositive(use) && isPositive(loss) ? [{ sub, rate: loss / use }] : [];
  });
  const low = Math.min(...rates.map(({ rate }) => rate));
  const high = Math.max(...rates.map(({ rate }) => rate));
  if (rates.length < 2 || high <= 3 * low) return [];
  return [
    overall(
      'loss-rates-disagree',
      'note',
      `Loss rates run from ${show(100 * low)} % to ${show(100 * high)} % between sub-sectors.`,
      'Electricity has one loss rate in a city, and heat another; check the outlier.',
      { low, high },
    ),
  ];
};

/** Emissions per MWh by row, where the row states its energy. */
function intensities(rows: readonly FigureRow[], carrier: string): readonly { row: FigureRow; perMwh: number }[] {
  return rows.flatMap((row) => {
    const { activity } = row;
    if (activity?.carrier !== carrier || !isPositive(activity.amount) || row.co2eTonnes <= 0) return [];
    const unit = findUnit(activity.unit);
    if (unit?.dimension !== 'energy') return [];
    return [{ row, perMwh: row.co2eTonnes / (activity.amount * unit.inBase) }];
  });
}

const isLoss = (row: FigureRow): boolean => /^(I|II)\.\d\.3$/.test(row.ref);

/** Every user of one grid has one grid factor, to 2 %. */
export const gridFactorsDisagree: Check = ({ inventory }) => {
  const found = intensities(figureRows(inventory), 'grid-electricity').filter(({ row }) => !isLoss(row));
  const first = found[0];
  if (first === undefined) return [];
  return found
    .filter(({ perMwh }) => Math.abs(perMwh / first.perMwh - 1) > 0.02)
    .map(({ row, perMwh }) =>
      about(
        row.ref,
        'grid-factors-disagree',
        'warning',
        `${row.ref} uses ${show(perMwh)} t/MWh, ${first.row.ref} ${show(first.perMwh)} t/MWh, for the same grid.`,
        'Use one location-based grid factor for the year.',
        { perMwh, other: first.perMwh, otherRef: first.row.ref },
      ),
    );
};

/** The city's grid factor is near the national one: within a factor of three. */
export const gridFactorFarFromNational: Check = ({ inventory, national }) => {
  const grid = national?.gridTonnesPerMwh;
  if (grid === undefined || grid <= 0) return [];
  return intensities(figureRows(inventory), 'grid-electricity')
    .filter(({ row, perMwh }) => !isLoss(row) && (perMwh > 3 * grid || perMwh < grid / 3))
    .map(({ row, perMwh }) =>
      about(
        row.ref,
        isThousandfold(perMwh / grid) ? 'unit-slip-grid' : 'grid-factor-far',
        isThousandfold(perMwh / grid) ? 'error' : 'warning',
        `${row.ref} works out at ${show(perMwh)} t/MWh; the national grid is at ${show(grid)} t/MWh.`,
        'Check the unit of the electricity, or name the regional grid the factor is for.',
        { perMwh, national: grid },
      ),
    );
};

/** Combustion of common fuels, t CO2e per MWh of net calorific value, with wide margins (IPCC 2006 GL Vol 2 Tables 1.4 and 2.2 to 2.5). */
const FUEL_RANGE: Readonly<Record<string, readonly [number, number]>> = {
  'natural-gas': [0.18, 0.23],
  lpg: [0.2, 0.27],
  kerosene: [0.22, 0.3],
  'heating-oil': [0.23, 0.31],
  'residual-fuel-oil': [0.25, 0.33],
  coal: [0.3, 0.45],
  petrol: [0.22, 0.3],
  diesel: [0.23, 0.32],
};

/** CO2e per MWh of a fuel follows from its chemistry. */
export const fuelFactorImpossible: Check = ({ inventory }) =>
  Object.entries(FUEL_RANGE).flatMap(([carrier, [low, high]]) =>
    intensities(figureRows(inventory), carrier)
      .filter(({ perMwh }) => perMwh < low || perMwh > high)
      .map(({ row, perMwh }) => {
        const slip = isThousandfold(perMwh / ((low + high) / 2));
        return about(
          row.ref,
          slip ? 'unit-slip-fuel' : 'fuel-factor-impossible',
          slip ? 'error' : 'warning',
          `${row.ref}: ${carrier} works out at ${show(perMwh)} t/MWh; it burns at ${low} to ${high}.`,
          slip
            ? 'The unit of the amount is wrong by a thousand.'
            : 'Check fuel, unit and calorific value (net or gross).',
          { carrier, perMwh, low, high },
        );
      }),
  );

/** Rows of one carrier in one unit have about one factor; a thousandfold one is a slip of unit. */
export const unitSlipBetweenRows: Check = ({ inventory }) => {
  const first = new Map<string, number>();
  return figureRows(inventory).flatMap((row) => {
    const { activity } = row;
    if (!activity?.carrier || !isPositive(activity.amount) || row.co2eTonnes <= 0) return [];
    const key = `${activity.carrier}|${activity.unit}|${row.ref.slice(row.ref.lastIndexOf('.'))}`;
    const factor = row.co2eTonnes / activity.amount;
    const other = first.get(key);
    if (other === undefined) first.set(key, factor);
    if (other === undefined || !isThousandfold(factor / other)) return [];
    return about(
      row.ref,
      'unit-slip-rows',
      'error',
      `${row.ref}: ${show(factor)} t per ${activity.unit} of ${activity.carrier} is a thousand times off another row (${show(other)}).`,
      'Check the unit of the amount.',
      { carrier: activity.carrier, unit: activity.unit, factor, other },
    );
  });
};

/** Fuel for power sold to the grid (I.4.4) is not also own use (I.4.1). */
export const generationTwice: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const own = held.get('I.4.1');
  const sold = held.get('I.4.4');
  if (!isPositive(own) || !isPositive(sold) || Math.abs(own / sold - 1) > 0.001) return [];
  return [
    about(
      'I.4.4',
      'generation-twice',
      'error',
      'Energy sold to the grid (I.4.4) and own use of power plants (I.4.1) hold the same figure.',
      'Own use is a few per cent of generation; put each where it belongs.',
      {},
    ),
  ];
};

/** A city where nobody uses grid electricity at home is rare enough to ask. */
export const noElectricity: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const refs = ['I.1.2', 'I.2.2'] as const;
  if (refs.some((ref) => isPositive(held.get(ref)) || elsewhere(held.get(ref)))) return [];
  return [
    about(
      'I.1.2',
      'no-electricity',
      'warning',
      'Neither homes nor services use grid-supplied energy.',
      'Enter the electricity sold in the city; it may be nought only where the grid emits nothing.',
      {},
    ),
  ];
};

/** Gas that is piped and burned also leaks. */
export const gasWithoutLeakage: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const burns = figureRows(inventory).some(
    ({ activity }) => activity?.carrier === 'natural-gas' && isPositive(activity.amount),
  );
  const leak = held.get('I.8.1');
  if (!burns || isPositive(leak) || elsewhere(leak)) return [];
  return [
    about(
      'I.8.1',
      'gas-without-leakage',
      'warning',
      'Natural gas is used in the city, but I.8.1 has no fugitive emissions.',
      'Estimate leakage from the distribution of gas.',
      {},
    ),
  ];
};
