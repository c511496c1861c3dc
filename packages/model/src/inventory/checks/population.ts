/** Checks against the number of residents and national figures per head. */
import { SECTORS } from '../gpc.ts';
import { totalOf, totalsBySector } from '../totals.ts';
import type { Check } from './context.ts';
import { isThousandfold, overall, show } from './context.ts';

/** Without residents nothing can be said per head. */
export const populationMissing: Check = ({ inventory }) =>
  inventory.population === undefined
    ? [
        overall(
          'population-missing',
          'warning',
          'The number of residents in the inventory year is missing.',
          'Give it; figures per head, and most targets, need it.',
          {},
        ),
      ]
    : [];

/** A city has residents. */
export const populationZero: Check = ({ inventory }) =>
  inventory.population !== undefined && inventory.population <= 0
    ? [overall('population-zero', 'error', 'The number of residents is nought.', 'Give the number of residents.', {})]
    : [];

/** Total a head between 0.05 and 60 t, and within a factor of six of the nation's. */
export const totalPerHeadOutlier: Check = ({ inventory, national }) => {
  const { population } = inventory;
  if (population === undefined || population <= 0) return [];
  const perHead = totalOf(inventory, 'basic').co2eTonnes / population;
  const usual = national?.perHeadTotal;
  const [low, high] = usual === undefined || usual <= 0 ? [0.05, 60] : [usual / 6, usual * 6];
  if (perHead >= low && perHead <= high) return [];
  const slip = isThousandfold(perHead / (usual ?? 4));
  return [
    overall(
      slip ? 'unit-slip-total' : 'per-head-outlier',
      slip ? 'error' : 'warning',
      `BASIC comes to ${show(perHead)} t CO2e a head; ${show(low)} to ${show(high)} t is plausible.`,
      slip
        ? 'Something is a thousand times off: tonnes or kilotonnes, or the population.'
        : 'Check units, boundary and population.',
      { perHead, low, high },
    ),
  ];
};

/** Each sector a head within a factor of ten of the nation's, where both are above 0.01 t. */
export const sectorPerHeadOutlier: Check = ({ inventory, national }) => {
  const { population } = inventory;
  const usual = national?.perHeadBySector;
  if (population === undefined || population <= 0 || usual === undefined) return [];
  const sums = totalsBySector(inventory);
  return SECTORS.flatMap((sector) => {
    const nation = usual[sector];
    const perHead = sums[sector] / population;
    if (nation === undefined || nation < 0.01 || perHead <= 0) return [];
    const ratio = perHead / nation;
    // Farms and factories lie outside most cities, and waste that is burned for power is counted there: far below the nation is expected.
    const lowIsOdd = sector === 'I' || sector === 'II';
    const slip = isThousandfold(ratio);
    if (ratio <= 10 && (ratio >= 0.1 || !(lowIsOdd || slip))) return [];
    return [
      {
        ...overall(
          slip ? 'unit-slip-sector' : 'sector-per-head-outlier',
          slip ? 'error' : 'warning',
          `Sector ${sector} comes to ${show(perHead)} t a head, the nation to ${show(nation)} t.`,
          slip ? 'Probably a slip of unit by a thousand.' : 'Check units and what is counted.',
          { sector, perHead, nation },
        ),
        path: [sector],
      },
    ];
  });
};

/** Credits are stated as amounts, not as deductions. */
export const negativeCredits: Check = ({ inventory }) =>
  Object.entries(inventory.credits ?? {}).flatMap(([kind, tonnes]) =>
    typeof tonnes !== 'number' || tonnes >= 0
      ? []
      : overall(
          'negative-credits',
          'error',
          `Credits ${kind} are below nought (${show(tonnes)} t).`,
          'State the tonnes; credits are disclosed apart and never netted.',
          { kind, tonnes },
        ),
  );
