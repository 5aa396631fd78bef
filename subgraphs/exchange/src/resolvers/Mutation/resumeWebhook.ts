import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { resumeWebhook as perform } from '../../repository/resume-webhook.js';

/** 5.4.3 b */
export const resumeWebhook: MutationResolvers['resumeWebhook'] = (_root, { items }, context) =>
  runAct(context, 'resumeWebhook', items, perform, (id) => context.loaders.webhook.load(id));
