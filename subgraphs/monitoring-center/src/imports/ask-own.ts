import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { carryOut } from '@hub/kernel/service/carry-out.js';
import type { MemberName, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import type { TakeInAnswer } from '@hub/imports/running/take-items.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { parse, type DocumentNode } from 'graphql';
import type { Context } from '../context.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { ImportRefused } from './import-refused.js';

export interface AskedOwn {
  readonly engine: Pick<SubgraphEngine<MonitoringCenterDatabase, Context>, 'schema' | 'audit' | 'contextOf' | 'members'>;
  /** Who started the import. */
  readonly member: MemberName;
  readonly locale: Locale;
  /** By which it stands in the audit log. */
  readonly request: string;
}

/** Asks it an operation; also those by which items are taken in. */
export type AskOwn = (operation: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }) => Promise<TakeInAnswer>;

/**
 * Asks the subgraph's own schema as whoever started the import would at /graphql: terms, idempotency, audit log and the rows are those
 * of the act, for it is the act; whether they still may is decided anew each time.
 */
export function askOwn({ engine, member, locale, request }: AskedOwn): AskOwn {
  const { schema, audit, contextOf, members } = engine;
  const documents = new Map<string, DocumentNode>();
  return async ({ query, variables }) => {
    // A replica that was not filled yet says nothing about anybody.
    if (members() === 0) return { errors: [codedError('UPSTREAM_UNAVAILABLE', locale, { owner: 'exchange' })] };
    const context = await contextOf(member, locale);
    if (!context) throw new ImportRefused({ code: 'IMPORT_STARTER_GONE', parameters: {} });
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
