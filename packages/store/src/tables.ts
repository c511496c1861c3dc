/** The tables as queries see them. `migrations/` says what each column means. */
import type { ColumnType, Generated } from 'kysely';
import type { CityRole, NetworkRole, Share, State } from './rights/rights.ts';

/** A moment, as ISO 8601 in UTC; set by the database when it is not given. */
type Moment = ColumnType<string, string | undefined, string>;
type MomentOrNull = ColumnType<string | null, string | null | undefined, string | null>;

export type DocumentKind = 'inventory' | 'plan';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
/** The right by which whoever asked for a job sees it. */
export type JobRight = 'plan.read' | 'members.read' | 'network.read';
export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'dropped';

export interface Tables {
  users: {
    id: string;
    email: string;
    name: string;
    locale: string | null;
    administrator: Generated<boolean>;
    two_factor_enabled: Generated<boolean>;
    /** Whether somebody vouched that the address is theirs. */
    email_verified: Generated<boolean>;
    created_at: Moment;
    disabled_at: MomentOrNull;
    /** When name, address and ways in were taken out. */
    anonymised_at: MomentOrNull;
  };
  identities: { user_id: string; provider: string; subject: string; created_at: Moment };
  cities: {
    id: string;
    place_id: string | null;
    name: string;
    country: string;
    created_by: string | null;
    created_at: Moment;
  };
  members: { city_id: string; user_id: string; role: CityRole; since: Moment; ended_at: MomentOrNull };
  networks: { id: string; name: string; created_at: Moment };
  network_members: {
    network_id: string;
    user_id: string;
    role: NetworkRole;
    country: string | null;
    since: Moment;
    ended_at: MomentOrNull;
  };
  network_cities: {
    city_id: string;
    network_id: string;
    shares: readonly Share[];
    since: Moment;
    ended_at: MomentOrNull;
    accepted_at: MomentOrNull;
    accepted_by: string | null;
    declined_at: MomentOrNull;
    declined_by: string | null;
    reason: string | null;
  };
  network_invitations: {
    network_id: string;
    id: string;
    email: string;
    role: NetworkRole;
    country: string | null;
    sha256: string;
    created_by: string;
    created_at: Moment;
    expires_at: string;
    accepted_at: MomentOrNull;
    accepted_by: string | null;
    revoked_at: MomentOrNull;
  };
  inventories: Head & { year: number; name: string };
  base_years: { city_id: string; inventory_id: string; version: number; chosen_by: string; chosen_at: Moment };
  inventory_versions: VersionRow & { inventory_id: string };
  inventory_rows: {
    city_id: string;
    inventory_id: string;
    version: number;
    position: number;
    ref: string;
    co2e_tonnes: number | null;
    keys: string | null;
  };
  plans: Head & { name: string; copied_from: string | null; copied_version: number | null };
  plan_versions: VersionRow & { plan_id: string };
  publications: {
    city_id: string;
    id: string;
    kind: DocumentKind;
    subject_id: string;
    version: number;
    title: string;
    published_by: string | null;
    published_at: Moment;
    withdrawn_by: string | null;
    withdrawn_at: MomentOrNull;
    assessment: string | null;
  };
  comments: {
    city_id: string;
    id: string;
    kind: DocumentKind;
    subject_id: string;
    version: number;
    place: string;
    body: string;
    reply_to: string | null;
    created_by: string;
    created_at: Moment;
    resolved_by: string | null;
    resolved_at: MomentOrNull;
  };
  evidence_files: { city_id: string; sha256: string; bytes: Uint8Array };
  evidence: {
    city_id: string;
    id: string;
    kind: DocumentKind;
    subject_id: string;
    place: string;
    name: string;
    media_type: string;
    size: number;
    sha256: string;
    created_by: string;
    created_at: Moment;
    superseded_by: string | null;
  };
  audit_heads: { city_id: string; seq: number; sha256: string };
  audit_log: {
    city_id: string;
    seq: number;
    at: string;
    actor: string | null;
    action: string;
    subject: string;
    detail: string;
    sha256: string;
  };
  api_tokens: {
    user_id: string;
    id: string;
    name: string;
    sha256: string;
    scopes: readonly string[];
    created_at: Moment;
    expires_at: MomentOrNull;
    revoked_at: MomentOrNull;
  };
  service_accounts: {
    city_id: string;
    user_id: string;
    created_by: string;
    created_at: Moment;
    ended_at: MomentOrNull;
  };
  auth_accounts: {
    id: string;
    user_id: string;
    provider_id: string;
    account_id: string;
    password: string | null;
    updated_at: Moment;
  };
  auth_sessions: {
    id: string;
    user_id: string;
    token_sha256: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Moment;
    updated_at: Moment;
  };
  auth_passkeys: {
    id: string;
    user_id: string;
    credential_id: string;
    public_key: string;
    counter: number;
    transports: readonly string[];
    device_type: 'singleDevice' | 'multiDevice';
    backed_up: boolean;
    rp_id: string;
    name: string;
    created_at: Moment;
    last_used_at: MomentOrNull;
  };
  auth_failures: { address: string; failures: number; last_at: string; locked_until: string | null };
  auth_links: {
    id: string;
    purpose: 'set-up' | 'password';
    user_id: string | null;
    sha256: string;
    created_at: Moment;
    expires_at: string;
    used_at: MomentOrNull;
  };
  settings: { name: string; value: string };
  invitations: {
    city_id: string;
    id: string;
    email: string;
    role: CityRole;
    sha256: string;
    /** Null: the installation, for a city that nobody leads. */
    created_by: string | null;
    created_at: Moment;
    expires_at: string;
    accepted_at: MomentOrNull;
    accepted_by: string | null;
    revoked_at: MomentOrNull;
  };
  idempotent_answers: {
    user_id: string;
    key: string;
    request_sha256: string;
    status: number;
    headers: string;
    body: string;
    created_at: Moment;
  };
  jobs: {
    id: string;
    kind: string;
    city_id: string | null;
    network_id: string | null;
    created_by: string | null;
    needs: JobRight | null;
    payload: string;
    state: Generated<JobState>;
    progress: Generated<number>;
    step: string | null;
    run: Generated<number>;
    tries: Generated<number>;
    most_tries: number;
    due_at: Moment;
    worker: string | null;
    lease_until: MomentOrNull;
    cancel_asked_at: MomentOrNull;
    problem_code: string | null;
    problem: string | null;
    result: string | null;
    created_at: Moment;
    started_at: MomentOrNull;
    finished_at: MomentOrNull;
  };
  job_files: { job_id: string; name: string; media_type: string; bytes: Uint8Array };
  network_roll_ups: {
    network_id: string;
    id: string;
    created_by: string | null;
    created_at: Moment;
    document: string;
  };
  network_figures: {
    network_id: string;
    city_id: string;
    roll_up_id: string;
    source: 'plan' | 'inventory' | 'none';
    subject_id: string | null;
    version: number | null;
    year: number | null;
    population: number | null;
    tonnes: number | null;
    reference_2030: number | null;
    plan_2030: number | null;
    reference_2050: number | null;
    plan_2050: number | null;
    problem: string | null;
  };
  webhooks: {
    city_id: string;
    id: string;
    url: string;
    events: readonly string[];
    secret: string;
    old_secret: string | null;
    old_secret_until: MomentOrNull;
    created_by: string;
    created_at: Moment;
    failing_since: MomentOrNull;
    disabled_at: MomentOrNull;
    disabled_why: string | null;
    ended_at: MomentOrNull;
  };
  webhook_deliveries: {
    city_id: string;
    id: string;
    webhook_id: string;
    event_id: string;
    event: string;
    body: string;
    state: Generated<DeliveryState>;
    tries: Generated<number>;
    status: number | null;
    problem: string | null;
    created_at: Moment;
    tried_at: MomentOrNull;
  };
  security_events: {
    id: string;
    at: Moment;
    event: string;
    outcome: 'done' | 'refused';
    user_id: string | null;
    address: string | null;
    detail: string;
  };
  request_counts: { counter: string; points: number; until: string };
  rights: { role: string; action: string; state: string };
  migrations: { version: number; name: string; sha256: string; applied_at: Moment };
}

interface Head {
  city_id: string;
  id: string;
  version: number;
  state: State;
  approved_version: number | null;
  published_version: number | null;
  created_at: Moment;
}

interface VersionRow {
  city_id: string;
  version: number;
  based_on: number | null;
  state: State;
  document: string;
  sha256: string;
  note: string | null;
  created_by: string | null;
  created_at: Moment;
}
