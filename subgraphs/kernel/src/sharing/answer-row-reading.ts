import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { GraphQLSchema } from 'graphql';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { AuditLog } from '../audit/audit-log.js';
import { stampsOf } from '../loading/stamps-of.js';
import type { Json } from '../log/event.js';
import { isSharingRefusal } from '../refusals/is-sharing-refusal.js';
import { carryOut } from '../service/carry-out.js';
import type { Logger } from '../service/logger.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';
import type { ReadingAuthority } from './reading-authority.js';
import { rowReadingDocument, type RowReadingDocument } from './row-reading-document.js';
import type { RowReader, RowReadingAnswered, RowReadingAsked } from './row-reading.js';
import { ownLogPosition, stampsToldSince } from './stamps-told-since.js';

/** With what a question is decided: the schema with the terms in front of every field, and the contexts of readers. */
export interface RowReadingOptions {
  readonly schema: GraphQLSchema;
  readonly audit: AuditLog;
  /** A reader as the replica has it now; undefined where party and role do not stand in it. */
  readonly callerOf: (reader: RowReader) => Promise<Caller | undefined>;
  /** Contexts under what the desk has decided by now: read once for each question, however many readers it names. */
  readonly contextsNow: () => Promise<ContextOf>;
}

type ContextOf = (caller: Caller) => { readonly context: SubgraphContext; readonly authority: ReadingAuthority };

/** What one reader may read. */
interface Reading {
  readonly fields: readonly string[];
  readonly row: Stamps | undefined;
}

const nothing: Reading = { fields: [], row: undefined };

/** Answers one question, in the transaction that takes it out of the queue. */
export type AnswerRowReading = (unit: UnitOfWork, question: { readonly subjectId: string; readonly asked: RowReadingAsked }, log: Logger) => Promise<void>;

/**
 * Answers `exchange` which fields of a row its readers may read (5.4.3 c). Each is decided by reading: the owner's own schema is asked, as the reader would
 * ask, so that there is no second opinion on the terms. What a reader asked for itself is in the audit log as its reading.
 */
export function answerRowReading(options: RowReadingOptions): AnswerRowReading {
  return async (unit, { subjectId, asked: { about, type, rowId, fields, readers } }, log) => {
    const reading = rowReadingDocument(options.schema, type, fields);
    const readings: RowReadingAnswered['readings'][number][] = [];
    let row: Stamps | null = null;
    const before = await ownLogPosition(unit.tx);
    const contextOf = reading && (await options.contextsNow());
    for (const reader of readers) {
      const found = contextOf ? await read({ ...options, contextOf }, reading, { type, rowId, reader }, log) : nothing;
      readings.push({ reader, fields: found.fields });
      row ??= found.row ?? null;
    }
    const newer = await stampsToldSince(unit.tx, before, { type, rowId });
    tellRowReading(unit, subjectId, { about, readings, row: row && (newer ?? row) });
  };
}

/** Tells the exchange an answer. Nobody else sees the question or the answer: a reading has no terms of its own. */
export function tellRowReading(unit: UnitOfWork, subjectId: string, answered: RowReadingAnswered): void {
  unit.emit({ kind: 'RowReadingAnswered', subjectType: 'RowReading', subjectId, stamps: stampsOf({}), receivers: { exchange: answered as unknown as Json } });
}

async function read(
  { schema, audit, callerOf, contextOf }: RowReadingOptions & { readonly contextOf: ContextOf },
  { document, key, fields }: RowReadingDocument,
  { type, rowId, reader }: { readonly type: string; readonly rowId: string; readonly reader: RowReader },
  log: Logger,
): Promise<Reading> {
  const caller = await callerOf(reader);
  if (!caller) return nothing;
  const { context, authority } = contextOf(caller);
  const variables = { row: { __typename: type, [key]: rowId } };
  const { data, errors, recorded } = await carryOut({ schema, document, variables, context, ...(reader.userId !== null && { audit }) });
  await recorded;
  const fault = errors.find(({ originalError }) => isDatabaseUnavailable(originalError));
  if (fault) throw fault.originalError ?? fault;
  const unexpected = errors.find((error) => !isSharingRefusal(error));
  // One field that cannot be read for a fault is not read; it holds back nobody.
  if (unexpected) log.error({ err: unexpected, type, fields }, 'a field cannot be read by whom it was asked about');
  const [entity] = (data?.['_entities'] as readonly (object | null)[] | null | undefined) ?? [];
  if (!entity) return nothing;
  const refused = new Set(errors.map(({ path }) => path?.[2]));
  const masked = new Set(authority.notes().masked.map(({ coordinate }) => coordinate));
  return { fields: fields.filter((name, index) => !refused.has(`f${index}`) && !masked.has(`${type}.${name}`)), row: authority.stampsOfFirst(type) };
}
