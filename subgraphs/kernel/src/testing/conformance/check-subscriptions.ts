import { randomUUID } from 'node:crypto';
import type { Client } from 'graphql-ws';
import { logChannel } from '../../log/append-events.js';
import type { Database } from '../../unit-of-work/transaction.js';
import { hold, subscriptionClient, type ToldPayload } from '../subscription-client.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { checkFieldsOf, selection, visible } from './check-entities.js';
import type { ConformanceFixture, WrittenRow } from './conformance-fixture.js';
import { mayEverRead, namedType, termsAt, verdictOf, type OracleField, type OracleRow, type OracleSchema, type OracleType } from './oracle.js';
import { headersOf, type ConformanceCaller } from './row-matrix.js';
import { sampleValue } from './sample-value.js';

type Told = Record<string, { readonly occurredAt: string; readonly [subject: string]: unknown } | undefined>;

/** A subscription field, and the entity that its payload tells of. */
interface SubscriptionOfSchema {
  readonly field: OracleField;
  /** Field of the payload that holds the entity. */
  readonly subject: string;
  readonly entity: OracleType & { readonly key: string };
}

/** An event that is written for the suite: a row, and the stamps that the event left it with. */
interface WrittenEvent {
  readonly written: WrittenRow;
  readonly stamps: OracleRow;
  /** Tells the events of one row apart. */
  readonly at: Date;
}

/** The subscription fields of the schema. */
export function subscriptionsOf(schema: OracleSchema): SubscriptionOfSchema[] {
  return (schema.types.get('Subscription')?.fields ?? []).map((field) => {
    for (const { name, type } of schema.types.get(namedType(field.type))?.fields ?? []) {
      const entity = schema.types.get(namedType(type));
      if (entity?.key) return { field, subject: name, entity: { ...entity, key: entity.key } };
    }
    throw new Error(`The payload of Subscription.${field.name} holds no entity.`);
  });
}

/**
 * Writes an event for each row of the matrix and subscribes: an event is delivered if and only if the oracle gives the row,
 * as it is and as the event left it, and each field of it as the terms give.
 *
 * @returns the mismatches, in words
 */
export async function checkSubscriptions(
  subgraph: SubgraphUnderTest<Database>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  fixture: ConformanceFixture,
  rowsOf: ReadonlyMap<string, readonly WrittenRow[]>,
): Promise<string[]> {
  const asker = { identity: caller.identity.name, role: caller.role };
  const client = subscriptionClient(subgraph.url, { authorization: `Bearer ${await subgraph.tokenOf(asker)}`, 'accept-language': 'en', ...headersOf(caller) });
  const mismatches: string[] = [];
  for (const subscription of subscriptionsOf(schema)) {
    const kind = fixture.subscriptions?.[subscription.field.name];
    const rows = rowsOf.get(subscription.entity.name);
    if (kind === undefined || !rows) continue;
    const at = `${asker.identity} as ${asker.role}: ${subscription.field.name}`;
    const after = await subgraph.cursorOfNow();
    const { events, expected } = eventsFor(subscription.entity, caller, rows);
    await writeEvents(subgraph.database, subscription.entity.name, kind, events);
    const fields = subscription.entity.fields.map((field) => selection(schema, field)).join(' ');
    const query = `subscription ($after: String) { ${subscription.field.name}(after: $after) { occurredAt ${subscription.subject} { ${fields} } } }`;
    const held = hold<Told>(client, { query, variables: { after } }, false);
    const { terms } = subscription.field;
    if (!terms || verdictOf(terms, caller, undefined) === 'DENIED') {
      const { code } = await held.ended;
      if (!String(code).startsWith('SHARING_') || held.received.length > 0) mismatches.push(`${at} is closed and came to ${code}`);
      continue;
    }
    const { name } = subscription.field;
    const fieldsOf = (written: WrittenRow, told: Told) =>
      checkFieldsOf(schema, caller, subscription.entity, written, (told[name]?.[subscription.subject] ?? null) as Record<string, unknown> | null);
    mismatches.push(...(await compare(held, expected, at, (told) => told[name]?.occurredAt, fieldsOf)));
    await held.leave();
    mismatches.push(...(await checkClosedFilters(client, schema, caller, subscription, at)));
  }
  await client.dispose();
  return mismatches;
}

/** A filter that reads a coordinate closed to the caller is refused when it is asked with, not by silence. */
async function checkClosedFilters(
  client: Client,
  schema: OracleSchema,
  caller: ConformanceCaller,
  { field, subject, entity }: SubscriptionOfSchema,
  at: string,
): Promise<string[]> {
  const type = field.args.find(({ name }) => name === 'filter')?.type ?? '';
  const closed = (schema.inputs.get(namedType(type)) ?? []).filter(({ reads }) => {
    const terms = termsAt(schema, reads);
    return reads !== undefined && terms && !mayEverRead(terms, caller, caller.deskOn?.(reads));
  });
  const query = `subscription ($filter: ${type}) { ${field.name}(filter: $filter) { ${subject} { ${entity.key} } } }`;
  const mismatches: string[] = [];
  for (const { name, type: valueType } of closed) {
    const held = hold<Told>(client, { query, variables: { filter: { [name]: sampleValue(schema, valueType) } } }, false);
    const { code } = await held.ended;
    if (code !== 'SHARING_FILTER_DENIED') mismatches.push(`${at}(filter: { ${name} }) is closed and came to ${code}`);
  }
  return mismatches;
}

/**
 * An event for each row; then one of a visible row that left it foreign to all, one of a hidden row that left it visible, and
 * last of all one that must come.
 */
function eventsFor(type: OracleType, caller: ConformanceCaller, rows: readonly WrittenRow[]): { events: WrittenEvent[]; expected: WrittenEvent[] } {
  const seen = (row: OracleRow) => visible(type, caller, { key: '', row: { ...row, relation: '' } });
  const each = rows.map((written) => ({ written, stamps: written.row }));
  const lastSeen = rows.findLast(({ row }) => seen(row));
  const hidden = rows.find(({ row }) => !seen(row));
  const crossed = lastSeen && hidden ? [{ written: lastSeen, stamps: hidden.row }, { written: hidden, stamps: lastSeen.row }] : [];
  const last = lastSeen ? [{ written: lastSeen, stamps: lastSeen.row }] : [];
  const events = [...each, ...crossed, ...last].map((event, index) => ({ ...event, at: new Date(Date.UTC(2026, 0, 1, 0, 0, index)) }));
  return { events, expected: events.filter(({ written, stamps }) => seen(written.row) && seen(stamps)) };
}

/** Into the log and to nobody: no inbox takes in what nothing has brought about. */
const append = `
  WITH head AS (
    UPDATE kernel.log_head SET position = position + jsonb_array_length($1::jsonb) RETURNING position - jsonb_array_length($1::jsonb) AS before
  ), appended AS (
    INSERT INTO kernel.event (position, id, kind, subject_type, subject_id, occurred_at, caused_by, stamps, receivers, payloads)
    SELECT head.before + e.ordinality, (e.value->>'id')::uuid, e.value->>'kind', e.value->>'subjectType', e.value->>'subjectId', (e.value->>'at')::timestamptz, '{}',
           e.value->'stamps', '{}', '{}'
    FROM head, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e
    RETURNING 1
  )
  SELECT count(*)::int AS appended, pg_notify('${logChannel}', '')::text AS notified FROM appended`;

async function writeEvents(database: Database, subjectType: string, kind: string, events: readonly WrittenEvent[]): Promise<void> {
  const told = events.map(({ written, at, stamps: { holder, concerned, sellerRegion, producerRegion, platformRegion, state, reached } }) => ({
    ...{ id: randomUUID(), kind, subjectType, subjectId: written.key, at },
    stamps: { holder, concerned, sellerRegion, producerRegion, platformRegion, state, reached },
  }));
  await database.$queryRawUnsafe(append, JSON.stringify(told));
}

async function compare(
  held: { readonly received: readonly ToldPayload<Told>[]; until(count: number): Promise<readonly ToldPayload<Told>[]> },
  expected: readonly WrittenEvent[],
  at: string,
  timeOf: (told: Told) => string | undefined,
  fieldsOf: (written: WrittenRow, told: Told) => { mismatches: string[]; denied: ReadonlySet<string> },
): Promise<string[]> {
  // Where nothing may come there is nothing to wait for; what comes wrongly comes at once.
  if (expected.length === 0) await new Promise((resolve) => setTimeout(resolve, 250));
  const received = await held.until(expected.length).catch((error: Error) => error.message);
  if (typeof received === 'string') return [`${at}: ${received}`];
  const mismatches = received.length === expected.length ? [] : [`${at} brings ${received.length} events instead of ${expected.length}`];
  for (const [index, { data, errors = [] }] of received.entries()) {
    const event = expected[index];
    if (!event || new Date(timeOf(data) ?? 0).getTime() !== event.at.getTime()) return [...mismatches, `${at} brings another event than that of ${event?.written.row.relation ?? 'none'}`];
    const { written } = event;
    const { mismatches: wrong, denied } = fieldsOf(written, data);
    mismatches.push(...wrong.map((what) => `${at}: ${what}`));
    const refused = new Set(errors.map(({ extensions }) => String(extensions['coordinate'] ?? extensions.code)));
    if (refused.size !== denied.size || [...denied].some((coordinate) => !refused.has(coordinate))) {
      mismatches.push(`${at} (${written.row.relation}) refuses ${[...refused].join()} and should refuse ${[...denied].join()}`);
    }
  }
  return mismatches;
}
