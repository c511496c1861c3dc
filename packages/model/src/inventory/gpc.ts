/** The 54 GPC references: what each is, its sector and scope, and which totals count it (GPC v1.1, tables 4.1-4.3). */
import { DomainError } from '../errors.ts';
import type { Boundary, GpcRef } from './types.ts';

export const SECTORS = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;
/** Stationary energy, transport, waste, industrial processes and product use, land, other scope 3. */
export type Sector = (typeof SECTORS)[number];
export type Scope = 1 | 2 | 3;

export const BOUNDARIES = ['basic', 'basicPlus', 'basicPlusS3', 'territorial'] as const satisfies readonly Boundary[];

/** One line of the GPC table. */
export interface GpcReference {
  readonly ref: GpcRef;
  readonly sector: Sector;
  /** `I.1`, `III.4`, …; for sectors IV to VI the reference itself. */
  readonly subsector: string;
  readonly scope: Scope;
  readonly description: string;
  readonly boundaries: readonly Boundary[];
}

/** B = BASIC (and so BASIC+), P = BASIC+ only, T = territorial, S = other scope 3. */
type Flags = 'BT' | 'B' | 'P' | 'PT' | 'T' | 'S';

const BOUNDARIES_OF: Readonly<Record<Flags, readonly Boundary[]>> = {
  BT: ['basic', 'basicPlus', 'basicPlusS3', 'territorial'],
  B: ['basic', 'basicPlus', 'basicPlusS3'],
  P: ['basicPlus', 'basicPlusS3'],
  PT: ['basicPlus', 'basicPlusS3', 'territorial'],
  T: ['territorial'],
  S: ['basicPlusS3'],
};

const TABLE: readonly (readonly [GpcRef, Scope, Flags, string])[] = [
  ['I.1.1', 1, 'BT', 'Residential buildings: fuel combustion in the city'],
  ['I.1.2', 2, 'B', 'Residential buildings: grid-supplied energy'],
  ['I.1.3', 3, 'P', 'Residential buildings: transmission and distribution losses'],
  ['I.2.1', 1, 'BT', 'Commercial and institutional buildings and facilities: fuel combustion in the city'],
  ['I.2.2', 2, 'B', 'Commercial and institutional buildings and facilities: grid-supplied energy'],
  ['I.2.3', 3, 'P', 'Commercial and institutional buildings and facilities: transmission and distribution losses'],
  ['I.3.1', 1, 'BT', 'Manufacturing industries and construction: fuel combustion in the city'],
  ['I.3.2', 2, 'B', 'Manufacturing industries and construction: grid-supplied energy'],
  ['I.3.3', 3, 'P', 'Manufacturing industries and construction: transmission and distribution losses'],
  ['I.4.1', 1, 'BT', 'Energy industries: fuel used in power plant auxiliary operations'],
  ['I.4.2', 2, 'B', 'Energy industries: grid-supplied energy used in power plant auxiliary operations'],
  ['I.4.3', 3, 'P', 'Energy industries: transmission and distribution losses'],
  ['I.4.4', 1, 'T', 'Energy generation supplied to the grid'],
  ['I.5.1', 1, 'BT', 'Agriculture, forestry and fishing: fuel combustion in the city'],
  ['I.5.2', 2, 'B', 'Agriculture, forestry and fishing: grid-supplied energy'],
  ['I.5.3', 3, 'P', 'Agriculture, forestry and fishing: transmission and distribution losses'],
  ['I.6.1', 1, 'BT', 'Non-specified sources: fuel combustion in the city'],
  ['I.6.2', 2, 'B', 'Non-specified sources: grid-supplied energy'],
  ['I.6.3', 3, 'P', 'Non-specified sources: transmission and distribution losses'],
  ['I.7.1', 1, 'BT', 'Fugitive emissions from coal mining, processing, storage and transport'],
  ['I.8.1', 1, 'BT', 'Fugitive emissions from oil and natural gas systems'],
  ['II.1.1', 1, 'BT', 'On-road transport: fuel combustion in the city'],
  ['II.1.2', 2, 'B', 'On-road transport: grid-supplied energy'],
  ['II.1.3', 3, 'P', 'On-road transport: transboundary journeys outside the city, and distribution losses'],
  ['II.2.1', 1, 'BT', 'Railways: fuel combustion in the city'],
  ['II.2.2', 2, 'B', 'Railways: grid-supplied energy'],
  ['II.2.3', 3, 'P', 'Railways: transboundary journeys outside the city, and distribution losses'],
  ['II.3.1', 1, 'BT', 'Waterborne navigation: fuel combustion in the city'],
  ['II.3.2', 2, 'B', 'Waterborne navigation: grid-supplied energy'],
  ['II.3.3', 3, 'P', 'Waterborne navigation: transboundary journeys outside the city, and distribution losses'],
  ['II.4.1', 1, 'BT', 'Aviation: fuel combustion in the city'],
  ['II.4.2', 2, 'B', 'Aviation: grid-supplied energy'],
  ['II.4.3', 3, 'P', 'Aviation: transboundary journeys outside the city, and distribution losses'],
  ['II.5.1', 1, 'BT', 'Off-road transport: fuel combustion in the city'],
  ['II.5.2', 2, 'B', 'Off-road transport: grid-supplied energy'],
  ['II.5.3', 3, 'P', 'Off-road transport: transboundary activity outside the city, and distribution losses'],
  ['III.1.1', 1, 'BT', 'Solid waste disposal: generated and treated in the city'],
  ['III.1.2', 3, 'B', 'Solid waste disposal: generated in the city, treated outside'],
  ['III.1.3', 1, 'T', 'Solid waste disposal: generated outside, treated in the city'],
  ['III.2.1', 1, 'BT', 'Biological treatment of waste: generated and treated in the city'],
  ['III.2.2', 3, 'B', 'Biological treatment of waste: generated in the city, treated outside'],
  ['III.2.3', 1, 'T', 'Biological treatment of waste: generated outside, treated in the city'],
  ['III.3.1', 1, 'BT', 'Incineration and open burning: generated and treated in the city'],
  ['III.3.2', 3, 'B', 'Incineration and open burning: generated in the city, treated outside'],
  ['III.3.3', 1, 'T', 'Incineration and open burning: generated outside, treated in the city'],
  ['III.4.1', 1, 'BT', 'Wastewater treatment and discharge: generated and treated in the city'],
  ['III.4.2', 3, 'B', 'Wastewater treatment and discharge: generated in the city, treated outside'],
  ['III.4.3', 1, 'T', 'Wastewater treatment and discharge: generated outside, treated in the city'],
  ['IV.1', 1, 'PT', 'Industrial processes in the city'],
  ['IV.2', 1, 'PT', 'Product use in the city'],
  ['V.1', 1, 'PT', 'Livestock in the city'],
  ['V.2', 1, 'PT', 'Land in the city'],
  ['V.3', 1, 'PT', 'Aggregate sources and non-CO2 emission sources on land in the city'],
  ['VI.1', 3, 'S', 'Other scope 3'],
];

/** The 54 references in GPC order. */
export const GPC_REFERENCES: readonly GpcReference[] = TABLE.map(([ref, scope, flags, description]) => ({
  ref,
  sector: ref.slice(0, ref.indexOf('.')) as Sector,
  subsector: ref.split('.').length === 3 ? ref.slice(0, ref.lastIndexOf('.')) : ref,
  scope,
  description,
  boundaries: BOUNDARIES_OF[flags],
}));

const BY_REF: ReadonlyMap<GpcRef, GpcReference> = new Map(GPC_REFERENCES.map((entry) => [entry.ref, entry]));

/** Is this one of the 54? */
export function isGpcRef(text: string): boolean {
  return BY_REF.has(text);
}

/**
 * Look a reference up.
 *
 * @throws {DomainError} `unknown-reference`
 */
export function gpcReference(ref: GpcRef): GpcReference {
  const found = BY_REF.get(ref);
  if (!found) throw new DomainError('unknown-reference', `"${ref}" is not one of the 54 GPC references`, ['ref', ref]);
  return found;
}

/** @throws {DomainError} `unknown-reference` */
export function sectorOf(ref: GpcRef): Sector {
  return gpcReference(ref).sector;
}

/** `I.1` of `I.1.2`. @throws {DomainError} `unknown-reference` */
export function subsectorOf(ref: GpcRef): string {
  return gpcReference(ref).subsector;
}

/** Scope 1, 2 or 3. Waste treated outside the city (III.x.2) is scope 3, waste imported (III.x.3) is scope 1. @throws {DomainError} `unknown-reference` */
export function scopeOf(ref: GpcRef): Scope {
  return gpcReference(ref).scope;
}

/** Does this total count this reference? @throws {DomainError} `unknown-reference` */
export function inBoundary(ref: GpcRef, boundary: Boundary): boolean {
  return gpcReference(ref).boundaries.includes(boundary);
}

/** The references a total counts, in GPC order: 32 for BASIC, 48 for BASIC+, 49 with other scope 3, 27 territorial. */
export function refsIn(boundary: Boundary): readonly GpcRef[] {
  return REFS_IN[boundary];
}

const refsOf = (boundary: Boundary): readonly GpcRef[] =>
  GPC_REFERENCES.filter((entry) => entry.boundaries.includes(boundary)).map((entry) => entry.ref);

const REFS_IN: Readonly<Record<Boundary, readonly GpcRef[]>> = {
  basic: refsOf('basic'),
  basicPlus: refsOf('basicPlus'),
  basicPlusS3: refsOf('basicPlusS3'),
  territorial: refsOf('territorial'),
};
