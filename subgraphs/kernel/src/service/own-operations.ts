import type { Locale } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { parse, type DocumentNode, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import { carryOut } from './carry-out.js';
import type { SubgraphContext } from './subgraph-context.js';

/** An operation that a subgraph carries out for a caller who came by an address of its own. */
export interface OwnOperation {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asked by nobody in particular, for what is open to the public: it leaves no entry in the audit log, which strangers could otherwise fill. */
  readonly ofAnybody?: true;
}

export interface OwnOperationsOptions {
  readonly schema: GraphQLSchema;
  readonly newContext: (caller: Caller, locale: Locale) => SubgraphContext;
  readonly maskErrors: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly audit: AuditLog;
}

/** Carries an operation out as /graphql does, audit log included, so that an act has one implementation below all its doors. */
export type OwnOperations = (operation: OwnOperation) => Promise<Pick<ExecutionResult, 'data'> & { readonly errors?: readonly GraphQLFormattedError[] }>;

export function ownOperations({ schema, newContext, maskErrors, audit }: OwnOperationsOptions): OwnOperations {
  const documents = new Map<string, DocumentNode>();
  return async ({ caller, locale, document: text, variables, ofAnybody }) => {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    const { data, errors, recorded } = await carryOut({ schema, ...(!ofAnybody && { audit }), document, variables, context: newContext(caller, locale) });
    await recorded;
    return { data, ...(errors.length > 0 && { errors: errors.map((error) => maskErrors(error.toJSON(), error)) }) };
  };
}
