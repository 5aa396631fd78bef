import { AddressForbidden } from './address-forbidden.js';

/** Whether a request failed because its host leads to no address that may be called, however deep that lies in the error. */
export function isForbidden(error: unknown): boolean {
  if (error instanceof AddressForbidden) return true;
  if (error instanceof AggregateError) return error.errors.some(isForbidden);
  return error instanceof Error && error.cause !== undefined && isForbidden(error.cause);
}
