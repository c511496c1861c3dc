/** Activity of industry, products and soils (IV, V.3); livestock has its own file. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import { fuelEnergyMwh } from '../../units.ts';
import { canonicalSpecies } from '../factors/species.ts';
import {
  cementProduction,
  chemicals,
  clinkerOfCement,
  glassProduction,
  limeProduction,
  liming,
  lubricants,
  managedSoils,
  metals,
  refrigerants,
  riceCultivation,
  sf6,
  urea,
} from '../methods/index.ts';
import type { Emission } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { Desk } from './desk.ts';
import { enter, lookFor, lookUp, need, refuse, unknownActivity } from './desk.ts';
import { livestockRow } from './livestock.ts';

/** Calculate a line of sector IV or V. */
export function processOrLandRow(desk: Desk): InventoryRow {
  switch (desk.line.ref) {
    case 'IV.1':
      return enter(desk, processOf(desk));
    case 'IV.2':
      return productRow(desk);
    case 'V.1':
      return livestockRow(desk);
    case 'V.3':
      return enter(desk, soilOf(desk));
    default:
      return unknownActivity(desk, 'none by default: land, and other scope 3, need a factor');
  }
}

const MINERALS: Readonly<Record<string, (desk: Desk) => Emission>> = {
  clinker: (desk) => cement(desk, desk.base),
  cement: (desk) => {
    const kind = desk.carrier === 'portland' ? 'portland' : 'unknown';
    const clinkerShare = lookUp(desk, 'ippu', 'cement', 'clinker-fraction', kind).value;
    return cement(desk, clinkerOfCement([{ tonnes: desk.base, clinkerShare }]));
  },
  lime: (desk) => {
    const factor = lookUp(desk, 'ippu', 'lime', 'co2', desk.carrier || 'all');
    return limeProduction(desk.base, tonnesPerTonne(factor), lookUp(desk, 'ippu', 'lime-kiln-dust', 'factor').value);
  },
  glass: (desk) => {
    const factor = lookUp(desk, 'ippu', 'glass', 'co2', desk.carrier || 'all');
    return glassProduction(
      desk.base,
      tonnesPerTonne(factor),
      lookUp(desk, 'ippu', 'glass', 'cullet-ratio', desk.carrier || 'all').value,
    );
  },
};

function cement(desk: Desk, clinkerTonnes: number): Emission {
  const kilnDust = lookUp(desk, 'ippu', 'cement-kiln-dust', 'factor').value;
  return cementProduction(
    { tonnes: clinkerTonnes, kilnDust },
    tonnesPerTonne(lookUp(desk, 'ippu', 'clinker', 'co2', 'before-kiln-dust')),
  );
}

const tonnesPerTonne = (factor: { readonly value: number; readonly source: string }) => ({
  tonnesPerTonne: factor.value,
  source: factor.source,
});

/** Species of the process table: parameter → gas, and t per t of the unit it is in. */
const PROCESS_GASES: Readonly<Record<string, readonly [GasSpecies, number]>> = {
  co2: ['CO2', 1],
  ch4: ['CH4-fossil', 1e-3],
  n2o: ['N2O', 1e-3],
  cf4: ['CF4', 1e-3],
  c2f6: ['C2F6', 1e-3],
};

function processOf(desk: Desk): Emission {
  need(desk, 'mass');
  const mineral = MINERALS[desk.activity];
  if (mineral !== undefined) return mineral(desk);
  const condition = desk.carrier === '' || desk.carrier === 'none' ? undefined : desk.carrier;
  const gases: Record<GasSpecies, number> = {};
  let source: string | undefined;
  for (const [parameter, [species, scale]] of Object.entries(PROCESS_GASES)) {
    const factor =
      lookFor(desk, 'ippu', desk.activity, parameter, condition) ?? lookFor(desk, 'ippu', desk.activity, parameter);
    if (factor === undefined) continue;
    gases[species] = factor.value * scale;
    source ??= factor.source;
  }
  if (source === undefined)
    return unknownActivity(
      desk,
      'clinker, cement, lime, glass, and the processes of the IPCC tables with their technology as carrier',
    );
  const isMetal = /steel|iron|sinter|alumin|ferro|silic|lead|zinc/.test(desk.activity);
  return (isMetal ? metals : chemicals)(desk.base, { tonnesPerTonne: gases, source });
}

function productRow(desk: Desk): InventoryRow {
  const oxidised = lookFor(desk, 'ippu', desk.carrier.replace(/s$/, '') || desk.activity, 'oxidised-during-use');
  if (oxidised !== undefined) {
    const fuel = desk.reference.factors.stationaryFactor(
      desk.carrier.startsWith('paraffin') ? 'waxes' : 'lubricants',
      'commercial',
    );
    const { amount, unit } = desk.line.activity;
    const mwh = fuelEnergyMwh(
      amount,
      unit,
      fuel.ncvTjPerGg === undefined ? {} : { ncvTjPerGg: fuel.ncvTjPerGg },
      fuel.fuel,
    );
    // t C per TJ from kg CO2 per TJ.
    const carbonTPerTj = (fuel.co2KgPerTj / 1000) * (12 / 44);
    return enter(desk, lubricants(mwh, { carbonTPerTj, oxidisedDuringUse: oxidised.value, source: oxidised.source }));
  }
  need(desk, 'mass');
  return gasRow(desk);
}

/** Gas that escaped (refilled, leaked), or the bank in use of a kind of equipment, whose yearly loss is a default. */
function gasRow(desk: Desk): InventoryRow {
  const species = speciesOf(desk);
  const loss = lookFor(desk, 'ippu', desk.activity, 'operating-loss');
  if (loss === undefined && !/leak|refill|recharg|emit|lost|loss/.test(desk.activity)) {
    return unknownActivity(
      desk,
      'leakage or refill of gas, or the bank of a kind of equipment such as residential-commercial-ac',
    );
  }
  const bank = { bankKg: desk.base * 1000, leakShare: loss?.value ?? 1, source: loss?.source ?? 'city' };
  return enter(desk, 'SF6' in species ? sf6(bank) : refrigerants(bank, species));
}

function speciesOf(desk: Desk): GasMasses {
  const written = desk.line.activity.carrier.trim();
  const blend = desk.reference.factors.blends[written.toUpperCase()];
  if (blend !== undefined) return blend;
  const species = canonicalSpecies(written);
  if (desk.gwp.values[species] !== undefined) return { [species]: 1 };
  return refuse('unknown-gas', `"${written}" is not a gas or blend this program knows`);
}

function soilOf(desk: Desk): Emission {
  const kind = /urea/.test(desk.activity)
    ? 'urea'
    : /dolomite/.test(desk.activity)
      ? 'dolomite'
      : /lim(e|ing)/.test(desk.activity)
        ? 'limestone'
        : undefined;
  if (kind !== undefined) {
    need(desk, 'mass');
    const factor = lookUp(desk, 'soils', kind, 'co2-c');
    return (kind === 'urea' ? urea : liming)(desk.base, factor.value, factor.source);
  }
  if (/rice/.test(desk.activity)) return riceOf(desk);
  if (!/fertili[sz]er|nitrogen/.test(desk.activity)) {
    return unknownActivity(desk, 'synthetic or organic fertiliser nitrogen, liming, urea, rice');
  }
  need(desk, 'mass');
  const of = (parameter: string, condition?: string): number =>
    lookUp(desk, 'soils', 'managed-soils', parameter, condition).value;
  const kg = desk.base * 1000;
  const organic = /organic|manure|compost|sludge/.test(desk.activity);
  return managedSoils(
    { syntheticKg: organic ? 0 : kg, organicKg: organic ? kg : 0, residuesKg: 0, pastureKg: 0 },
    {
      ef1: of('ef1'),
      ef1Rice: of('ef1-flooded-rice'),
      ef3Pasture: of('ef3-pasture', 'cattle-poultry-pigs'),
      ef4: of('ef4'),
      ef5: of('ef5'),
      fracGasSynthetic: of('frac-gas-fertiliser'),
      fracGasOrganic: of('frac-gas-manure'),
      fracLeach: of('frac-leach'),
      source: lookUp(desk, 'soils', 'managed-soils', 'ef1').source,
    },
  );
}

/** Rice by the 2019 daily factor, season and regional period; the water regime is the carrier, flooded unless told. */
function riceOf(desk: Desk): Emission {
  need(desk, 'area');
  const regime = desk.carrier === '' || desk.carrier === 'none' ? 'continuously-flooded' : desk.carrier;
  const water = lookFor(desk, 'soils', 'rice', 'water-regime', regime);
  if (water === undefined)
    return refuse('unknown-carrier', `"${desk.line.activity.carrier}" is not a water regime this program knows`);
  const baseline = lookUp(desk, 'soils', 'rice', 'baseline-ch4', undefined, 'ipcc-2019');
  const days = lookUp(desk, 'soils', 'rice', 'cultivation-period', undefined, 'ipcc-2019');
  return riceCultivation({
    hectares: desk.base,
    days: days.value,
    baseline: baseline.value,
    waterDuring: water.value,
    waterBefore: 1,
    organic: 1,
    source: baseline.source,
  });
}
