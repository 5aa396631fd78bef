import type { GraphQLFormattedError } from 'graphql';

/**
 * The status with which a file that an operation should have filled ends at an error of it. An answer of GraphQL in part is none here: what an owner could not do is not the caller's mistake.
 * @param told what the operation itself is answered with, where it says so
 */
export function brokenStatus({ extensions }: GraphQLFormattedError, told: number | undefined): number {
  if (told !== undefined && told >= 400) return told;
  const code = String(extensions?.['code']);
  if (code.startsWith('UPSTREAM_')) return 503;
  return code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
}
