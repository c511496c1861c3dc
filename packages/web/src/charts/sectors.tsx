/** Colours and patterns of sectors, the same in every chart. Grid supply is stationary energy's colour, hatched. */
import type { Action } from '@thousand-cities/model';

export type GpcSector = 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI';

const ofAction: Readonly<Record<Action['sector'], GpcSector>> = {
  'stationary-energy': 'I',
  'grid-supply': 'I',
  transport: 'II',
  waste: 'III',
  ippu: 'IV',
  afolu: 'V',
};

/** GPC sector an action belongs to. */
export const gpcSectorOf = (sector: Action['sector']): GpcSector => ofAction[sector];

/** Fill of an action sector. */
export const sectorFill = (sector: Action['sector']): string =>
  sector === 'grid-supply' ? 'url(#hatch-I)' : `var(--sector-${ofAction[sector]})`;

/** The hatch pattern; put once into every drawing that fills with it. */
export function HatchDefs() {
  return (
    <defs>
      <pattern id="hatch-I" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--sector-I)" fillOpacity="0.38" />
        <rect width="1.4" height="7" fill="var(--sector-I)" fillOpacity="0.8" />
      </pattern>
    </defs>
  );
}

/** A small square in the sector's colour or pattern, for lists and legends. */
export function SectorSwatch({ sector }: { sector: Action['sector'] }) {
  return (
    <svg className="swatch" width="14" height="14" aria-hidden="true">
      <HatchDefs />
      <rect width="14" height="14" rx="2" fill={sectorFill(sector)} />
    </svg>
  );
}
