import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { carryOut } from '@hub/kernel/service/carry-out.js';
import type { SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import { parse, type DocumentNode } from 'graphql';
import type { Context } from '../context.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { contextOfBeginner, type Beginner } from './context-of-beginner.js';

export interface AskedOwn extends Beginner {
  readonly engine: Pick<SubgraphEngine<MonitoringCenterDatabase, Context>, 'schema' | 'audit' | 'contextOf' | 'members'>;
  /** By which it stands in the audit log. */
  readonly request: string;
}

export interface OwnAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/** Asks it an operation. */
export type AskOwn = (operation: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }) => Promise<OwnAnswer>;

/** Asks the subgraph's own schema as somebody would at /graphql: terms, idempotency, audit log and the rows are those of the act, for it is the act. */
export function askOwn({ engine, member, locale, request }: AskedOwn): AskOwn {
  const { schema, audit } = engine;
  const documents = new Map<string, DocumentNode>();
  return async ({ query, variables }) => {
    const context = await contextOfBeginner({ engine, member, locale });
    if (!context) return { errors: [codedError('UPSTREAM_UNAVAILABLE', locale, { owner: 'exchange' })] };
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const { data, errors, recorded } = await carryOut({ schema, audit, document, variables: { ...variables }, context, request });
    // Heard whatever comes of the act: what nobody hears would end the process.
    const onRecord = recorded.then(
      () => true,
      () => false,
    );
    const away = errors.find(({ originalError }) => isDatabaseUnavailable(originalError));
    if (away) return { errors: [codedError('DATABASE_UNAVAILABLE', locale)] };
    // What nobody expected has no code of the catalogue: it is no refusal, and told as a fault.
    const fault = errors.find(({ originalError, extensions }) => originalError !== undefined && typeof extensions['code'] !== 'string');
    if (fault) throw fault.originalError ?? fault;
    return (await onRecord) ? { data, errors } : { errors: [codedError('AUDIT_UNAVAILABLE', locale)] };
  };
}
