import type { ApolloServerPlugin } from '@apollo/server';
import { sharingOf } from './sharing-of.js';
import type { SubgraphContext } from './subgraph-context.js';

/** Tells in `extensions.sharing` what was refused and masked, once per coordinate and position, with counts; under which grants was read; and what is stale. */
export function sharingExtension(): ApolloServerPlugin<SubgraphContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const sharing = sharingOf(contextValue.authority);
        if (!sharing) return;
        const result = response.body.singleResult;
        result.extensions = { ...result.extensions, sharing };
      },
    }),
  };
}
