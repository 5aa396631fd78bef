import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from './subgraph-context.js';

/** Tells in `extensions.sharing` what was refused and masked, once per coordinate and position, with counts. */
export function sharingExtension(): ApolloServerPlugin<SubgraphContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const { refused, masked } = contextValue.authority.notes();
        if (refused.length === 0 && masked.length === 0) return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, sharing: { refused, masked } };
      },
    }),
  };
}
