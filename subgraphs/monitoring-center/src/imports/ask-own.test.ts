import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import type { Context } from '../context.js';
import { askOwn, type AskedOwn } from './ask-own.js';

const schema = buildSchema('type Query { a: Int }');
const unavailable = () => Object.assign(new Error('the database system is shutting down'), { code: '57P01' });
const asked: AskedOwn = {
  engine: {
    schema,
    members: () => 1,
    contextOf: async () => ({ authority: {} }) as Context,
    audit: { record: async () => Promise.reject(unavailable()) } as unknown as AskedOwn['engine']['audit'],
  },
  ...{ member: { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, locale: 'en', request: 'import 1' },
};

/** What is rejected and heard by nobody ends the process. */
async function unheardIn(work: () => Promise<unknown>): Promise<unknown[]> {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  await work();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  return unheard;
}

function failing(thrown: Error) {
  const field = schema.getQueryType()?.getFields()['a'];
  if (field) field.resolve = () => Promise.reject(thrown);
  return askOwn(asked);
}
const operation = { query: '{ a }', variables: { items: [] } };

it('an act and its entry in the audit log that both fail, since the database goes away, are told as that, and nothing is left unheard', async () => {
  const unheard = await unheardIn(async () => expect(await failing(unavailable())(operation)).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] }));
  expect(unheard).toEqual([]);
});

it('what nobody expected is thrown, and nothing is left unheard', async () => {
  const unheard = await unheardIn(() => expect(failing(new Error('a bug'))(operation)).rejects.toThrow('a bug'));
  expect(unheard).toEqual([]);
});

it('an act whose entry in the audit log cannot be written is told as not done', async () => {
  const field = schema.getQueryType()?.getFields()['a'];
  if (field) field.resolve = () => 1;
  expect(await askOwn(asked)(operation)).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
});
