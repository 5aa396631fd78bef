import { buildSchema, GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import type { Context } from '../context.js';
import type { AskedOwn } from './ask-own.js';
import { takeInOwn } from './take-in-own.js';

const refusal = new GraphQLError('Analysts do this.', { extensions: { code: 'ACT_NOT_PERMITTED' } });
const authority = { mayAct: () => false, refuseAct: () => refusal };
const items = [{ idempotencyKey: 'k' }];

function takeIn(record: AskedOwn['engine']['audit']['record'], { members = 1 } = {}) {
  const engine = {
    schema: buildSchema('type Query { a: Int } input TakeInRiskInformationInput { idempotencyKey: String! }'),
    members: () => members,
    contextOf: async () => ({ authority }) as unknown as Context,
    audit: { record } as AskedOwn['engine']['audit'],
  };
  return takeInOwn({ engine, member: { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, locale: 'en', request: 'import 1' })(items, true);
}

it('rows of whoever may do the act no more are refused as the act refuses them, which the log of accesses tells', async () => {
  const recorded: unknown[] = [];
  expect(await takeIn(async (operation) => void recorded.push(operation))).toEqual({ errors: [refusal] });
  expect(recorded).toMatchObject([{ authority, errors: [refusal], request: 'import 1', operation: { operation: 'mutation' } }]);
});

it('rows of which the log of accesses cannot tell are told as not taken in, and are sent again', async () => {
  expect(await takeIn(() => Promise.reject(new Error('the disk is full')))).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
});

it('nobody is told that they may not before it is known who is who', async () => {
  expect(await takeIn(async () => undefined, { members: 0 })).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
});
