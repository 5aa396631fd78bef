import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** What GraphQL itself refuses before it executes: the request was well-formed HTTP and JSON. */
const requestErrors: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'VALUE_INVALID',
]);

/**
 * Answers GraphQL's request errors with 200 where the client names application/json and not application/graphql-response+json:
 * such clients take another status for a fault of something in between (GraphQL over HTTP, "application/json", status codes).
 * Stands behind what gives errors their last code.
 */
export function statusByMediaType<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response }) => {
        if (response.http.status !== 400 || response.body.kind !== 'single') return;
        const accept = request.http?.headers.get('accept') ?? '';
        if (!accept.includes('application/json') || accept.includes('application/graphql-response+json')) return;
        const { errors = [] } = response.body.singleResult;
        if (errors.every(({ extensions }) => requestErrors.has(extensions?.['code']))) response.http.status = 200;
      },
    }),
  };
}
