/** Where each table of a city is found in an export, so that none is forgotten. */
import type { Tables } from '../tables.ts';

/** Tables that hold something of one city. */
type CityTable =
  | 'cities'
  | {
      readonly [Name in keyof Tables]: Tables[Name] extends { readonly city_id: unknown } ? Name : never;
    }[keyof Tables];

/** Table → file of the export that has its content, or why it is in none (in brackets). A new table is asked for here by the type check. */
export const EXPORTED = {
  cities: 'city.json',
  network_cities: 'city.json',
  members: 'members.csv',
  invitations: 'invitations.csv',
  service_accounts: 'services.csv',
  inventories: 'documents.csv',
  plans: 'documents.csv',
  inventory_versions: 'versions.csv',
  plan_versions: 'versions.csv',
  base_years: 'city.json',
  inventory_rows: '(rows of the versions, whose files have them)',
  publications: 'publications.csv',
  comments: 'comments.csv',
  evidence: 'evidence.csv',
  evidence_files: 'evidence.csv',
  audit_log: 'audit.csv',
  audit_heads: '(the last line of the log)',
  webhooks: 'webhooks.csv',
  webhook_deliveries: '(what was told to others of the log, kept for a while)',
  jobs: '(work under way, forgotten after a month)',
  network_figures: '(of the network, which made them of what is published)',
} as const satisfies Record<CityTable, string>;
