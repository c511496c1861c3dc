/** What a network asks of a compiled plan: which stream counts towards which path. */
import type { CompiledPlan, Quantities } from '../action/index.ts';
import { refOfCell } from '../action/index.ts';
import { CHANNELS, type Channel } from '../gas.ts';
import { inBoundary, scopeOf, sectorOf, type Boundary, type GpcRef } from '../inventory/index.ts';
import { NETWORK_GASES, type NetworkGas } from './types.ts';

/** Territorial gases first, as `NETWORK_GASES` has them. `ch4Fossil` is the fossil part of the territory's `ch4`. */
export const PATH_QUANTITIES = [
  ...NETWORK_GASES,
  'ch4Fossil',
  'grid',
  'generation',
  'boundaryCo2e',
  'boundaryCo2',
] as const;
export type PathQuantity = (typeof PATH_QUANTITIES)[number];

const indexOf = (quantity: PathQuantity): number => PATH_QUANTITIES.indexOf(quantity);

/** Power and heat made in the city for the grid. */
const GENERATION: GpcRef = 'I.4.4';

/**
 * Quantities of a plan that was compiled with every reference counted.
 *
 * @param boundary the plan's own, in which its target is stated
 */
export function quantitiesOf(
  compiled: CompiledPlan,
  boundary: Boundary,
): { readonly quantities: Quantities; readonly holds: (quantity: 'grid' | 'generation') => boolean } {
  const refs = compiled.cellIds.map(refOfCell);
  const years = compiled.years.length;
  const partsOf = (s: number): readonly (readonly [number, Float64Array])[] => {
    const ref = refs[compiled.cell[s]!]!;
    const inside = inBoundary(ref, boundary);
    const co2e = compiled.base.subarray(s * years, (s + 1) * years);
    const parts: (readonly [number, Float64Array])[] = [];
    const add = (quantity: PathQuantity, amounts: Float64Array) => parts.push([indexOf(quantity), amounts]);
    if (isGrid(ref)) add('grid', co2e);
    if (ref === GENERATION) add('generation', co2e);
    if (inside) add('boundaryCo2e', co2e);
    const territorial = inBoundary(ref, 'territorial');
    CHANNELS.forEach((channel, c) => {
      const row = (s * CHANNELS.length + c) * years;
      const tonnes = compiled.baseByChannel.subarray(row, row + years);
      if (tonnes.every((value) => value === 0)) return;
      if (inside && channel === 'co2') add('boundaryCo2', tonnes);
      if (territorial) add(gasOf(channel, ref), tonnes);
      if (territorial && channel === 'ch4Fossil') add('ch4Fossil', tonnes);
    });
    return parts;
  };
  const held = { grid: refs.some(isGrid), generation: refs.includes(GENERATION) };
  return { quantities: { count: PATH_QUANTITIES.length, partsOf }, holds: (quantity) => held[quantity] };
}

/** Grid-supplied energy as the GPC has it: electricity, heat and cold that come over a network (scope 2 of stationary energy and transport). */
function isGrid(ref: GpcRef): boolean {
  return scopeOf(ref) === 2;
}

function gasOf(channel: Channel, ref: GpcRef): NetworkGas {
  switch (channel) {
    case 'co2':
      return sectorOf(ref) === 'V' ? 'co2Land' : 'co2';
    case 'ch4Fossil':
    case 'ch4Biogenic':
      return 'ch4';
    default:
      return channel;
  }
}
