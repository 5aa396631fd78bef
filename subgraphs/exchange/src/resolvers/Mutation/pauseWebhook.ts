import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { pauseWebhook as perform } from '../../repository/pause-webhook.js';

/** 5.4.3 b */
export const pauseWebhook: MutationResolvers['pauseWebhook'] = (_root, { items }, context) =>
  runAct(context, 'pauseWebhook', items, perform, (id) => context.loaders.webhook.load(id));
