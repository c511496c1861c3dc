/** What the page shows for one question, under the names of this feature; worked out by the model, so that a server says the same. */
export { bandInYear as inYear } from '@thousand-cities/model';
export type {
  ClaimAnswer,
  ClaimBand as Band,
  ClaimBudget,
  ClaimCase,
  ClaimClimate,
  ClaimRange as Range,
  ClaimTonnes,
  ClaimWorld,
} from '@thousand-cities/model';
