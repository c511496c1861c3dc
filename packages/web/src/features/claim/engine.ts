/** The engine behind the page: the model's own, so that a server says the same. */
export { createClaimEngine, type ClaimEngine, type WorldFacts as ClimateFacts } from '@thousand-cities/model';
