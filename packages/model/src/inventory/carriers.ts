/** What carries energy or material: the closed vocabulary that inventories, factors and plans share. */

/** `none` for what burns or uses nothing. */
export const CARRIERS = [
  'grid-electricity',
  'district-heat',
  'district-cooling',
  'natural-gas',
  'lpg',
  'kerosene',
  'heating-oil',
  'residual-fuel-oil',
  'coal',
  'fuelwood',
  'charcoal',
  'biogas',
  'petrol',
  'diesel',
  'biofuel',
  'cng',
  'jet-kerosene',
  'mixed-msw',
  'organic-waste',
  'sewage',
  'other-fuel',
  'none',
] as const;
export type Carrier = (typeof CARRIERS)[number];
