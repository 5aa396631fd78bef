import type { GraphQLError } from 'graphql';

/** Whether a field was refused by its terms, rather than that something went wrong. */
export function isSharingRefusal({ extensions: { code } }: GraphQLError): boolean {
  return typeof code === 'string' && code.startsWith('SHARING_');
}
