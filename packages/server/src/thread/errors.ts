/** Errors that cross between threads: refusals as what they are, faults with the stack of where they happened. */
import { DomainError, type DomainErrorCode } from '@thousand-cities/model';
import { Refused } from '../refused.ts';
import type { Denial, Fault, Refusal } from './messages.ts';

export function crossing(error: unknown): Refusal | Denial | Fault {
  if (error instanceof DomainError) return { refusal: { code: error.code, message: error.message, at: error.at } };
  if (error instanceof Refused) {
    const { status, code, detail, at } = error.problem;
    return { denial: { status, code, detail, ...(at && { at }) } };
  }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function crossed(error: Refusal | Denial | Fault): Error {
  if ('fault' in error) return new Error(error.fault);
  if ('denial' in error) {
    const { status, code, detail, at } = error.denial;
    return new Refused(status, code, detail, at ? { at } : {});
  }
  const { code, message, at } = error.refusal;
  return new DomainError(code as DomainErrorCode, message, at);
}
