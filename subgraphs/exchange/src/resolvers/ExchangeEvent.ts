import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ExchangeEventResolvers } from '../generated/graphql.js';

export const ExchangeEvent: ExchangeEventResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.exchangeEvent.load(id),
  // A cause that is hidden from the caller is not named either: it would tell that something happened.
  causedBy: async ({ causedBy }, _args, { loaders }) => {
    const causes = await Promise.all(causedBy.map((id) => loaders.exchangeEvent.load(id)));
    return causes.flatMap((cause) => (cause ? [cause.id] : []));
  },
};
