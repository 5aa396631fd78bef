import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereSchemaVersions } from '../../repository/where-schema-versions.js';

export const schemaPublished: SubscriptionResolvers['schemaPublished'] = eventSubscription({
  kinds: ['SchemaPublished'],
  key: 'SchemaVersion.id',
  filter: { type: 'SchemaVersionFilter', where: whereSchemaVersions },
  find: ({ repositories }: Context, where) => repositories.schemaVersions.findAll(where),
  as: (schemaVersion) => ({ schemaVersion }),
});
