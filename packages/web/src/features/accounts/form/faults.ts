/** What is wrong with a form: by field, or as a whole. Pure, so that it is tested without a browser. */
import { ApiError } from '../../../shared/api.ts';
import { ProblemError } from '../../../shared/client/client.ts';
import type { MessageKey } from '../../../i18n/messages.ts';

/** Field name → what is wrong there. `whole`: what no field is to blame for. */
export interface Faults {
  readonly fields: Readonly<Record<string, MessageKey>>;
  readonly whole?: Whole;
}

export interface Whole {
  /** Of the problem: what to say is in the catalogue under `trouble.CODE`. */
  readonly code: string;
  /** Seconds to wait, where the server says so. */
  readonly retryAfter?: number;
}

export const NO_FAULTS: Faults = { fields: {} };

/** A field as the page sees it. */
export interface Entered {
  readonly name: string;
  readonly value: string;
  readonly required: boolean;
  readonly type: string;
}

/** What can be said before anything is sent: what is missing, and what is no address. */
export function missingFaults(entered: readonly Entered[]): Faults {
  const fields: Record<string, MessageKey> = {};
  for (const { name, value, required, type } of entered) {
    if (required && value.trim() === '') fields[name] = 'accounts.fault.missing';
    else if (type === 'email' && value.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())) {
      fields[name] = 'accounts.fault.email';
    }
  }
  return { fields };
}

export const hasFaults = ({ fields, whole }: Faults): boolean => whole !== undefined || Object.keys(fields).length > 0;

const PASSWORD_FAULTS: Readonly<Record<string, MessageKey>> = {
  'too-short': 'accounts.password.fault.too-short',
  'too-long': 'accounts.password.fault.too-long',
  common: 'accounts.password.fault.common',
  personal: 'accounts.password.fault.personal',
  repetitive: 'accounts.password.fault.repetitive',
  stolen: 'accounts.password.fault.stolen',
};

/** Codes that one field is to blame for, in a form that has it. */
const FIELD_OF: Readonly<Record<string, readonly [field: string, key: MessageKey]>> = {
  'invalid-password': ['currentPassword', 'accounts.fault.password'],
  'invalid-code': ['code', 'accounts.fault.code'],
  'already-exists': ['email', 'accounts.fault.taken'],
  'invalid-backup-code': ['backupCode', 'accounts.fault.backupCode'],
};

/** What the server refused, beside the field that is to blame where the form has it. */
export function faultsOf(error: unknown, fields: readonly string[]): Faults {
  if (!(error instanceof ApiError)) return { fields: {}, whole: { code: 'fault' } };
  const { code } = error;
  if (error instanceof ProblemError && code === 'password-refused') {
    const field = fields.find((name) => name === 'newPassword' || name === 'password');
    const key = PASSWORD_FAULTS[String(error.problem['fault'])];
    if (field !== undefined && key !== undefined) return { fields: { [field]: key } };
  }
  const [field, key] = FIELD_OF[code] ?? [];
  if (field !== undefined && fields.includes(field)) return { fields: { [field]: key! } };
  const at = error instanceof ProblemError && code === 'body-invalid' ? String(error.problem.at?.[0]) : undefined;
  if (at !== undefined && fields.includes(at)) return { fields: { [at]: 'accounts.fault.form' } };
  const retryAfter = error instanceof ProblemError ? error.retryAfter : undefined;
  return { fields: {}, whole: { code, ...(retryAfter !== undefined && { retryAfter }) } };
}
