import type { GraphQLFormattedError } from 'graphql';

/** Whether a field was refused by its terms, rather than that something went wrong. */
export function isSharingRefusal({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  const code = extensions?.['code'];
  return typeof code === 'string' && code.startsWith('SHARING_');
}
