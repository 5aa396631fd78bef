import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const webhooks: QueryResolvers['webhooks'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Webhook.id',
    args,
    filterType: 'WebhookFilter',
    where: { ...(filter?.state && { state: { in: filter.state } }) },
    orderBy: [{ registeredAt: 'desc' }],
    ...context.repositories.webhooks,
  });
};
