import { randomUUID } from 'node:crypto';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/labs/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { nothingDecided } from '@hub/schema/policy/decision/desk-decisions.js';
import type { GraphQLSchema } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { answerRowReading, tellRowReading, type AnswerRowReading } from '../src/sharing/answer-row-reading.js';
import { ReadingAuthority } from '../src/sharing/reading-authority.js';
import { RowReadings } from '../src/sharing/row-readings.js';
import { eventually } from '../src/testing/eventually.js';
import { labSchema } from '../src/testing/lab-schema.js';

let clone: ClonedDatabase;
let database: PrismaClient;
beforeAll(async () => {
  clone = await cloneDatabase('labs');
  database = connect(PrismaClient, clone.url);
});
const running = new Set<RowReadings<never>>();
afterEach(async () => {
  for (const readings of running) await readings.stop();
  running.clear();
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const reader = { userId: null, partyId: 'center', role: 'ANALYST', purpose: null };
const about = 'CORRECTION';

/** One process that answers questions. */
function answering(answer: AnswerRowReading, deskHeard: () => boolean = () => true): RowReadings<never> {
  const readings = new RowReadings<never>({ owner: 'labs', database: database as never, answer, deskHeard, log: silent });
  running.add(readings);
  readings.start();
  return readings;
}
/** Puts questions in the queue, as the inbox does. */
async function asked(...subjectIds: string[]): Promise<void> {
  const question = JSON.stringify({ about, type: 'Lab', rowId: 'lab-1', fields: ['scope'], readers: [reader] });
  for (const id of subjectIds) await database.$executeRaw`INSERT INTO kernel.row_reading (event_id, subject_id, asked) VALUES (${randomUUID()}::uuid, ${id}, ${question}::jsonb)`;
}
const answersTo = (...ids: string[]) =>
  database.$queryRaw<{ subject_id: string; fields: string[] }[]>`
    SELECT subject_id, ARRAY(SELECT jsonb_array_elements_text(payloads->'exchange'->'readings'->0->'fields')) AS fields
    FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id = ANY(${ids}) ORDER BY position`;
const answered = async (...ids: string[]) => (await eventually(() => answersTo(...ids), (rows) => rows.length >= ids.length)).map(({ subject_id }) => subject_id);
/** An answer that is made when it is let go. */
const held = () => {
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  return { until, letGo };
};
const answer: AnswerRowReading = async (unit, { subjectId }) => tellRowReading(unit, subjectId, { about, readings: [{ reader, fields: ['scope'] }], row: null });

it('waits until the desk has been heard: before, a grant or a closing might be missing', async () => {
  const id = randomUUID();
  await asked(id);
  let heard = false;
  let looked = 0;
  const readings = answering(answer, () => {
    looked += 1;
    return heard;
  });
  readings.wake();
  await eventually(async () => looked, (times) => times > 1);
  expect(await answersTo(id)).toEqual([]);
  heard = true;
  readings.wake();
  expect(await answered(id)).toEqual([id]);
});

it('answers each question once, and another process answers the next while one is still at the first', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await asked(first, second);
  const slow = held();
  const taken: string[] = [];
  const process = (): AnswerRowReading => async (unit, question, log) => {
    taken.push(question.subjectId);
    if (question.subjectId === first) await slow.until;
    await answer(unit, question, log);
  };
  for (let each = 0; each < 2; each += 1) answering(process());
  expect(await answered(second)).toEqual([second]);
  slow.letGo();
  expect(await answered(first, second)).toEqual([second, first]);
  expect(taken.toSorted()).toEqual([first, second].toSorted());
});

/** A lab whose scope is read as a test says. */
function labs(scope: () => unknown): GraphQLSchema {
  const schema = labSchema('name: String scope: String');
  const { _entities } = schema.getQueryType()!.getFields();
  _entities!.resolve = () => [{ __typename: 'Lab', id: 'lab-1', name: '一号实验室', scope }];
  return schema;
}
const byReading = (scope: () => unknown): AnswerRowReading => {
  const caller = { userId: 'center.1', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '330000', role: 'ANALYST' } as const;
  const table = { fields: new Map(), acts: new Map(), structural: new Set<string>(), withoutTerms: new Set<string>() };
  return answerRowReading({
    schema: labs(scope),
    audit: undefined as never,
    callerOf: async () => caller,
    contextsNow: async () => (known) => {
      const authority = new ReadingAuthority(known, table, () => '', nothingDecided);
      return { authority, context: { authority } as never };
    },
  });
};
const fieldsAnswered = async (id: string) => (await eventually(() => answersTo(id), (rows) => rows.length > 0))[0]?.fields;

it('says of nobody that they may not read while the database is away: the question is put off, and answered when it is back', async () => {
  const id = randomUUID();
  await asked(id);
  let away = true;
  const waiting = () => database.$queryRaw<{ failures: number }[]>`SELECT failures FROM kernel.row_reading WHERE subject_id = ${id}`;
  answering(
    byReading(() => {
      if (away) throw Object.assign(new Error('Can’t reach database server'), { code: 'P1001' });
      return '家用电器';
    }),
  );
  await eventually(waiting, ([question]) => question?.failures === 1);
  expect(await answersTo(id)).toEqual([]);
  away = false;
  expect(await fieldsAnswered(id)).toEqual(['scope']);
});

it('but of a field that fails otherwise that it is not read, for that comes right by no waiting', async () => {
  const id = randomUUID();
  await asked(id);
  answering(
    byReading(() => {
      throw new Error('a scope that cannot be read');
    }),
  );
  expect(await fieldsAnswered(id)).toEqual([]);
});
