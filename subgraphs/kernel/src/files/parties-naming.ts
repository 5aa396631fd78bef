import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import { codedError } from '../refusals/coded-error.js';
import { isSharingRefusal } from '../refusals/is-sharing-refusal.js';
import { carryOut } from '../service/carry-out.js';
import type { Logger } from '../service/logger.js';
import type { SubgraphContext } from '../service/subgraph-context.js';

/** Which rows name a file, asked as a query of the owner. */
export interface NamedFileQuery {
  readonly schema: GraphQLSchema;
  readonly audit: AuditLog;
  /** Takes `$hash`; selects files with their `hash`, each beside or below `by { partyId }`: who named them. */
  readonly document: DocumentNode;
  readonly log: Logger;
}

/**
 * The parties that name a file in rows that the caller may read: the owner's own query is asked under the caller's rights, and stands in the audit log as any other reading.
 *
 * @throws GraphQLError `AUDIT_UNAVAILABLE` where the audit log cannot be written; then nothing may leave
 * @throws Error what went wrong with the rows: what cannot be read is not told as what is not there
 */
export async function partiesNaming({ schema, audit, document, log }: NamedFileQuery, context: SubgraphContext, hash: string, request: string | undefined): Promise<string[]> {
  const { data, errors, recorded } = await carryOut({ schema, audit, document, variables: { hash }, context, request });
  await recorded.catch((error: unknown) => {
    log.error({ err: error }, 'the audit log cannot be written');
    throw codedError('AUDIT_UNAVAILABLE', context.locale);
  });
  const fault = errors.find((error) => !isSharingRefusal(error));
  if (fault) throw fault.originalError ?? fault;
  return [...new Set(namersIn(data, hash))];
}

/** Who names a file in an answer: the nearest `by` beside or above a list that has it. */
function namersIn(value: unknown, hash: string, above?: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => namersIn(each, hash, above));
  if (typeof value !== 'object' || value === null) return [];
  const { by, ...rest } = value as { by?: { partyId?: string } | null };
  const namer = by?.partyId ?? above;
  const named = namer !== undefined && Object.values(rest).some((list) => Array.isArray(list) && list.some((file: { hash?: unknown } | null) => file?.hash === hash));
  return [...(named ? [namer] : []), ...Object.values(rest).flatMap((each) => namersIn(each, hash, namer))];
}
