import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.js';
import { mergeErrors } from './merge-errors.js';

/** Gives the client's answer its last shape: errors merged, `extensions.sharing` of all subgraphs, 401 where nobody knew the caller. */
export function answerPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, request }) => {
        // Without a gateway graphql-js says so.
        if (operation) return;
        const problem = request.operationName ? `The document has no operation "${request.operationName}".` : 'The document has several operations.';
        throw new GraphQLError(`${problem} Name one of its operations in operationName.`, {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
        });
      },
      willSendResponse: async ({ response, contextValue: { answers } }) => {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (result.errors) result.errors = mergeErrors(result.errors);
        if (answers.callerUnknownToAll) {
          response.http.status = 401;
          delete result.data;
          result.errors = result.errors?.filter(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? [];
        }
        const sharing = answers.notes.merged();
        if (sharing) result.extensions = { ...result.extensions, sharing };
      },
    }),
  };
}
