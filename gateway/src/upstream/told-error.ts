import type { GraphQLFormattedError } from 'graphql';

/** An owner's error as it passes to the client: with its owner's name, without how the owner is built. */
export function toldError(error: GraphQLFormattedError, owner: string): GraphQLFormattedError {
  const { stacktrace: _stacktrace, ...extensions } = error.extensions ?? {};
  return { ...error, extensions: { ...extensions, owner: extensions['owner'] ?? owner } };
}
