import { getDirectiveValues, type GraphQLResolveInfo } from 'graphql';

/** The coordinate that a part of an input or an argument reads, as its definition names it (`@reads`). */
export function readsOf(info: GraphQLResolveInfo, node: Parameters<typeof getDirectiveValues>[1] | null | undefined): string | undefined {
  const reads = info.schema.getDirective('reads');
  return node && reads ? (getDirectiveValues(reads, node)?.coordinate as string | undefined) : undefined;
}
