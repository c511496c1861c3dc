/** Whether the claim holds, under the names of this feature; judged by the model, so that a server says the same. */
export {
  CLAIM_END_YEAR as END_YEAR,
  CLAIM_LIMITS as LIMITS,
  CLAIM_VERDICTS as VERDICTS,
  claimFindingOf as findingOf,
} from '@thousand-cities/model';
export type { ClaimFinding as Finding, ClaimVerdict as Verdict } from '@thousand-cities/model';
