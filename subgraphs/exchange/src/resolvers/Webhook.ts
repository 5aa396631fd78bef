import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Context } from '../context.js';
import { keptAttempts, type WebhookAttempt } from '../domain/webhook-attempt.js';
import type { ActRecord, WebhookResolvers, WebhookState } from '../generated/graphql.js';
import { feedName } from '../repository/feed-log.js';

export const Webhook: WebhookResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.webhook.load(id),
  state: ({ state }) => state as WebhookState,
  stoppedBecause: ({ stoppedBecause: code, stoppedParameters }, _args, { locale, webhookSettings }) => {
    const parameters = { hours: webhookSettings.giveUpHours, ...(stoppedParameters as Record<string, MessageParameter> | null) };
    return code === null ? null : { code, message: errorMessage(code as ErrorCode, locale, parameters) };
  },
  registered: ({ registered }) => registered as unknown as ActRecord,
  reader: ({ reader }) => reader as unknown as ActRecord,
  cursor: ({ epoch, toldPosition }, _args, { logs }) =>
    toldPosition === null ? null : logs.cursorsOf(feedName).encode({ epoch, position: Number(toldPosition), offset: 0 }),
  lastFailure: ({ lastFailure }) => lastFailure as unknown as WebhookAttempt | null,
  nextAttemptAt: ({ failingSince, nextAttemptAt }) => (failingSince === null ? null : nextAttemptAt),
  previousSecretUntil: ({ previousSecretUntil }, _args, { now }) => (previousSecretUntil !== null && previousSecretUntil > now ? previousSecretUntil : null),
  attempts: ({ attempts }, _args, { now }) => keptAttempts(attempts as unknown as WebhookAttempt[], now),
};
