import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueRegistryToken as performing } from '../../repository/issue-registry-token.js';

/** 5.4.3 c (签发登记令牌). Receipts keep no token, so that a repeated call gives its row and not the token. */
export const issueRegistryToken: MutationResolvers['issueRegistryToken'] = async (_root, { items }, context) => {
  const shown = new Map<string, string>();
  const { outcomes } = await runAct(context, 'issueRegistryToken', items, performing((id, token) => shown.set(id, token)), (id) => context.loaders.registryToken.load(id));
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, token: (outcome.value && shown.get(outcome.value.id)) ?? null })) };
};
