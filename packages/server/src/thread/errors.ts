/** Errors that cross between threads: refusals as what they are, faults with the stack of where they happened. */
import { DomainError, type DomainErrorCode } from '@thousand-cities/model';
import type { Fault, Refusal } from './messages.ts';

export function crossing(error: unknown): Refusal | Fault {
  if (error instanceof DomainError) return { refusal: { code: error.code, message: error.message, at: error.at } };
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function crossed(error: Refusal | Fault): Error {
  if ('fault' in error) return new Error(error.fault);
  const { code, message, at } = error.refusal;
  return new DomainError(code as DomainErrorCode, message, at);
}
