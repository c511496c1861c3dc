/** From gathered cities to everything a network says: sums, the climate's answer, the gap to Paris, and whose part is what. */
import {
  attributeNetwork,
  createNetworkClimate,
  createRollUp,
  DRAFT_YEARS,
  parisGap,
  pulseKernels,
  worldDifference,
  type ClimateModel,
  type GwpSet,
  type HorizonRule,
  type NetworkAttribution,
  type NetworkResponse,
  type NetworkRollUp,
  type ParisGap,
  type CarbonBudgetSet,
  type RollUp,
} from '@thousand-cities/model';

/** The scenario that stands for 1.5 °C: the gap is measured to it. */
export const AMBITIOUS = 'ssp119';
/** Years whose warming is told, as far as they are reached. */
const TOLD_YEARS = [2050, 2100];
/** The reading that is shared out among cities and actions. */
const SHARED_CASE = 'ghgOnly';
/** Ages of figures are counted at the year before anything can begin: fixed in the program, so that a command prints the same on any day. */
const AS_OF = DRAFT_YEARS.start - 1;

export interface NetworkSettings {
  readonly scenario: string;
  readonly toYear: number;
  readonly horizon: HorizonRule;
  /** Credit saved grid energy once. */
  readonly gridShare: boolean;
}

export interface NetworkResult {
  readonly settings: NetworkSettings;
  readonly rollUp: NetworkRollUp;
  readonly response: NetworkResponse;
  readonly paris: ParisGap;
  /** Absent where no plan changes anything. */
  readonly attribution?: NetworkAttribution;
}

/** A sum that is ready to take cities. @throws {DomainError} `unknown-scenario` */
export function beginRollUp(model: ClimateModel, { scenario, toYear, horizon }: NetworkSettings): RollUp {
  return createRollUp({ world: model.scenario(scenario), toYear, horizon, asOf: AS_OF });
}

/**
 * Finish a sum and ask the climate.
 *
 * @throws {DomainError} `missing-figure` where there is no city, `year-outside-plan`
 */
export function finishNetwork(
  sum: RollUp,
  model: ClimateModel,
  settings: NetworkSettings,
  facts: { readonly budgets: CarbonBudgetSet; readonly gwp: GwpSet },
): NetworkResult {
  const { scenario, toYear, gridShare } = settings;
  const rollUp = sum.finish();
  const { firstYear, total } = rollUp;
  const climate = createNetworkClimate(model, { reference: scenario, ambitious: AMBITIOUS, fromYear: firstYear, toYear }); // prettier-ignore
  const { reference, ambitious } = climate;
  const response = climate.respond(worldDifference(total, reference, { gridShare, firstYear }));
  const paris = parisGap(rollUp, {
    ...facts,
    reference,
    ambitious,
    gridShare,
    warming: { response, ambitious: climate.ambitiousWarming() },
  });
  const attribution = changesAnything(rollUp, gridShare) ? sharedOut(rollUp, model, response, settings) : undefined;
  return { settings, rollUp, response, paris, ...(attribution && { attribution }) };
}

function sharedOut(
  rollUp: NetworkRollUp,
  model: ClimateModel,
  response: NetworkResponse,
  { scenario, toYear, gridShare }: NetworkSettings,
): NetworkAttribution {
  const reached = TOLD_YEARS.filter((year) => year <= toYear);
  const targetYears = reached.length > 0 ? reached : [toYear];
  const kernels = pulseKernels(model, { reference: scenario, firstYear: rollUp.firstYear, targetYears });
  return attributeNetwork(rollUp, kernels, response, { case: SHARED_CASE, gridShare });
}

function changesAnything({ total }: NetworkRollUp, gridShare: boolean): boolean {
  const series = [...Object.values(total.difference), ...(gridShare ? [total.gridShare] : [])];
  return series.some((values) => values.some((tonnes) => tonnes !== 0));
}
