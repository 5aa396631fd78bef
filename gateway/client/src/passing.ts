import { HubError } from './hub-error.js';

/** Codes of what ends by itself: a part of the hub is away, or stops. */
const codes = new Set(['UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'ISSUER_UNAVAILABLE', 'LIMIT_TIME_MS', 'TRANSACTION_TIMED_OUT', 'SUBSCRIPTION_INTERRUPTED', 'INTERNAL_SERVER_ERROR', 'HTTP_502', 'HTTP_503', 'HTTP_504']);

/** Whether one may ask again in a moment: the hub said so, or no answer came. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof HubError) || codes.has(error.code);
}
