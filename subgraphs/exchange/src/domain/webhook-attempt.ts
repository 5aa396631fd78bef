import type { WebhookFailure } from '../generated/graphql.js';

/** One call of a webhook, as it is kept with it. */
export interface WebhookAttempt {
  readonly messageId: string;
  readonly kind: string;
  /** ISO 8601, for it lies in JSON. */
  readonly at: string;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly failure: WebhookFailure | null;
}

const most = 50;
const keptFor = 7 * 24 * 3_600_000;

/**
 * Those of the calls kept that are still kept, the latest first: those that failed, and of those acknowledged the last, for they are
 * written anew with each event.
 */
export function keptAttempts(attempts: readonly WebhookAttempt[], now: Date): WebhookAttempt[] {
  const lastAcknowledged = attempts.find(({ failure }) => failure === null);
  return attempts
    .filter((attempt) => attempt.failure !== null || attempt === lastAcknowledged)
    .filter(({ at }) => Date.parse(at) > now.getTime() - keptFor)
    .slice(0, most);
}
