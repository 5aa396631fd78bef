import type { WebhookAttemptResolvers } from '../generated/graphql.js';

/** Kept as JSON, in which a time is text. */
export const WebhookAttempt: WebhookAttemptResolvers = {
  at: ({ at }) => new Date(at),
};
