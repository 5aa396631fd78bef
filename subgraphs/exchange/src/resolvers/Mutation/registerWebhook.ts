import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { registerWebhook as performing } from '../../repository/register-webhook.js';
import { toldSecret } from '../../repository/told-secret.js';

/** 5.4.3 b */
export const registerWebhook: MutationResolvers['registerWebhook'] = async (_root, { items }, context) => {
  const { maskKey, webhookSettings, loaders } = context;
  const { outcomes } = await runAct(context, 'registerWebhook', items, performing(webhookSettings, maskKey), (id) => loaders.webhook.load(id));
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, secret: toldSecret(maskKey, outcome) })) };
};
