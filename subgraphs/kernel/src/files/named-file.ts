import { execute, getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import type { SubgraphContext } from '../service/subgraph-context.js';

/** Which rows name a file, asked as a query of the owner. */
export interface NamedFileQuery {
  readonly schema: GraphQLSchema;
  readonly audit: AuditLog;
  /** Takes `$hash`; selects files with their `hash`, each beside `by { partyId }`: who named them. */
  readonly document: DocumentNode;
}

/**
 * The parties that name a file in rows that the caller may read: the owner's own query is asked under the caller's rights, and stands in the audit log as any other reading.
 *
 * @throws Error where the audit log cannot be written; then nothing may leave
 */
export async function partiesNaming({ schema, audit, document }: NamedFileQuery, context: SubgraphContext, hash: string, request: string | undefined): Promise<string[]> {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The query of named files has no operation.');
  const variables = { hash };
  const { data, errors = [] } = await execute({ schema, document, contextValue: context, variableValues: variables });
  await audit.record({ authority: context.authority, document, operation, variables, errors, request });
  return [...new Set(namersIn(data, hash))];
}

/** What stands in an answer beside a list of files that has this one. */
function namersIn(value: unknown, hash: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => namersIn(each, hash));
  if (typeof value !== 'object' || value === null) return [];
  const { by, ...rest } = value as { by?: { partyId?: string } | null };
  const named = by?.partyId !== undefined && Object.values(rest).some((list) => Array.isArray(list) && list.some((file: { hash?: unknown } | null) => file?.hash === hash));
  return [...(named ? [by?.partyId ?? ''] : []), ...Object.values(rest).flatMap((each) => namersIn(each, hash))];
}
