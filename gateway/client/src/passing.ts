import { HubError } from './hub-error.js';

/** Codes of what ends by itself: a part of the hub is away, or stops. */
const codes = new Set(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_OUT_OF_STEP', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'ISSUER_UNAVAILABLE', 'LIMIT_TIME_MS', 'TRANSACTION_TIMED_OUT', 'TRANSACTION_UNDONE', 'SUBSCRIPTION_INTERRUPTED', 'INTERNAL_SERVER_ERROR', 'HTTP_502', 'HTTP_503', 'HTTP_504']);

/** Whether one may ask again in a moment: the hub said so, or no answer came. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof HubError) || codes.has(error.code);
}

/** Codes by which one item of an act is refused though it may go through as it is, in a moment. */
const ofItems = new Set(['DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'TRANSACTION_TIMED_OUT', 'TRANSACTION_UNDONE', 'SIGNER_UNAVAILABLE']);

/** Whether the outcome of an item, as far as its code was asked for, is a refusal that ends by itself. */
export function isRefusedForNow(outcome: unknown): boolean {
  return ofItems.has((outcome as { readonly refusal?: { readonly code?: string } | null } | null)?.refusal?.code ?? '');
}
