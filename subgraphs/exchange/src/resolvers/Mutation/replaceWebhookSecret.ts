import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { replaceWebhookSecret as performing } from '../../repository/replace-webhook-secret.js';
import { toldSecret } from '../../repository/told-secret.js';

/** 5.4.3 b */
export const replaceWebhookSecret: MutationResolvers['replaceWebhookSecret'] = async (_root, { items }, context) => {
  const { maskKey, loaders } = context;
  const { outcomes } = await runAct(context, 'replaceWebhookSecret', items, performing(maskKey), (id) => loaders.webhook.load(id));
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, secret: toldSecret(maskKey, outcome) })) };
};
