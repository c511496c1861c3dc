/** What the server knows of the network: the thousand's document, the climate's pack, the observed record, carbon budgets. */
import type {
  CarbonBudgetSet,
  ClaimAnswer,
  ClimateModel,
  GwpSet,
  GwpSetId,
  ObservedRecord,
  ThousandData,
} from '@thousand-cities/model';
import type { ReferenceSet } from '@thousand-cities/reference';
import { defaultClaim } from './claim-answer.ts';

/** Remaining carbon budgets, and which set is meant when none is named. */
export interface CarbonBudgets {
  readonly defaultSet: string;
  readonly sets: readonly CarbonBudgetSet[];
}

/** Everything the network's routes and pages ask for. Nothing is read before it is asked for. */
export interface NetworkServices {
  /** The document as it is sent. */
  thousandText(): string;
  /** The same, read and checked. */
  thousand(): ThousandData;
  /** The calibrated ensemble in the climate engine's own form. */
  climatePack(): Uint8Array;
  /** The same, ready to run. */
  climateModel(): ClimateModel;
  observed(): ObservedRecord;
  carbonBudgets(): CarbonBudgets;
  /** @throws {DomainError} `unknown-gwp-set` */
  gwpSet(id: GwpSetId): GwpSet;
  /** The claim's answer for the choices the page begins with: begun when first asked for, and kept. */
  claim(): Promise<ClaimAnswer>;
}

/** Services over a reference set and the derived data beside it. */
export function networkServices(
  reference: Pick<ReferenceSet, 'carbonBudgetSets' | 'defaultCarbonBudgetSet' | 'gwpSet'>,
  data: Omit<NetworkServices, 'carbonBudgets' | 'gwpSet' | 'claim'>,
): NetworkServices {
  let claim: Promise<ClaimAnswer> | undefined;
  const services: NetworkServices = {
    ...data,
    carbonBudgets: () => ({ defaultSet: reference.defaultCarbonBudgetSet, sets: reference.carbonBudgetSets }),
    gwpSet: (id) => reference.gwpSet(id),
    claim: () => (claim ??= defaultClaim(services)),
  };
  return services;
}
