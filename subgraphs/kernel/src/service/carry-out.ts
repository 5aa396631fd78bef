import { execute, getOperationAST, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import type { SubgraphContext } from './subgraph-context.js';

/** An operation that an owner asks of its own schema, under the rights of a context. */
export interface OperationOfOwn {
  readonly schema: GraphQLSchema;
  /** Absent where nobody reads by it: what is asked about a party alone. */
  readonly audit?: AuditLog;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: SubgraphContext;
  /** The request for which it is asked, as the gateway named it. */
  readonly request?: string | undefined;
}

/** What came of it, and the word on its entry in the audit log: nothing may leave before that is durable (5.4.3 d). */
export interface CarriedOut {
  readonly data: { [field: string]: unknown } | null;
  readonly errors: readonly GraphQLError[];
  /** Rejects where the entry cannot be written. */
  readonly recorded: Promise<void>;
}

/** Carries out an operation behind the terms, as /graphql would, and writes what it touched into the audit log. @throws Error where the document has not just one operation */
export async function carryOut({ schema, audit, document, variables, context, request }: OperationOfOwn): Promise<CarriedOut> {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has not just one operation.');
  const { data = null, errors = [] } = await execute({ schema, document, contextValue: context, variableValues: variables });
  return { data, errors, recorded: Promise.resolve(audit?.record({ authority: context.authority, document, operation, variables, errors, request })) };
}
