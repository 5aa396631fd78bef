import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { removeWebhook as perform } from '../../repository/remove-webhook.js';

/** 5.4.3 b */
export const removeWebhook: MutationResolvers['removeWebhook'] = (_root, { items }, context) =>
  runAct(context, 'removeWebhook', items, perform, (id) => context.loaders.webhook.load(id));
