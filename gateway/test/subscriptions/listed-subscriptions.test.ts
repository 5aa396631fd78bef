import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import fastify, { type FastifyRequest } from 'fastify';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Admission } from '../../src/limits/admission.js';
import { DocumentLimits } from '../../src/limits/document-limits.js';
import { HttpAdmission } from '../../src/limits/http-admission.js';
import { standardLimits } from '../../src/limits/limit-settings.js';
import { OperationList } from '../../src/limits/operations/operation-list.js';
import { Safelist } from '../../src/limits/operations/safelist.js';
import { analyst, subscribedCentre, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

const operations = [{ id: 'taken-in', body: takenIn, name: 'TakenIn', type: 'subscription' }];
const other = takenIn.replace('productName', 'number');

let folder: string;
let hub: SubscribedCentre;
let authorization: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-listed-'));
  const file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  hub = await subscribedCentre({ safelist: { mode: 'enforce', file } });
  authorization = `Bearer ${await hub.centre.tokenOf(analyst)}`;
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

/** What a stream over HTTP tells, up to its first event or its end. */
async function streamed(accept: string, body: object): Promise<string> {
  const answer = await request(`${hub.gateway.url}/graphql`, {
    method: 'POST',
    headers: { authorization, accept, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  let text = '';
  for await (const chunk of answer.body) if ((text += String(chunk)).includes('"riskInformationTakenIn"')) break;
  return text;
}

const overSocket = (payload: Parameters<typeof hold>[1]) => hold<TakenIn>(subscriptionClient(hub.gateway.url, { authorization, 'accept-language': 'en' }), payload);

describe('where a list of operations is enforced, a subscription is asked by its id alone', () => {
  it.each(['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0'])('over HTTP as %s', async (accept) => {
    const after = await hub.centre.cursorOfNow();
    const id = await hub.takeIn();
    expect(await streamed(accept, { documentId: 'taken-in', variables: { after } })).toContain(id);
    expect(await streamed(accept, { extensions: { persistedQuery: { version: 1, sha256Hash: 'taken-in' } }, variables: { after } })).toContain(id);
  });

  it('over WebSocket with an empty text beside it', async () => {
    const after = await hub.centre.cursorOfNow();
    const id = await hub.takeIn();
    const held = overSocket({ query: '', variables: { after }, extensions: { persistedQuery: { version: 1, sha256Hash: 'taken-in' } } });
    expect((await held.until(1))[0]?.data.riskInformationTakenIn.riskInformation.id).toBe(id);
    await held.leave();
  });
});

describe('where a list of operations is enforced, a subscription that is not listed is refused', () => {
  it('over HTTP, by its text and by an id', async () => {
    expect(await streamed('text/event-stream', { query: other })).toContain('OPERATION_NOT_LISTED');
    expect(await streamed('text/event-stream', { documentId: 'another' })).toContain('OPERATION_NOT_LISTED');
  });

  it('over WebSocket, by its text and by an id', async () => {
    expect(await overSocket({ query: other }).ended).toMatchObject({ code: 'OPERATION_NOT_LISTED' });
    expect(await overSocket({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'another' } } }).ended).toMatchObject({ code: 'OPERATION_NOT_LISTED' });
  });
});

it('where no list is enforced, an id that is not known is told in the words by which clients of Apollo send the text', async () => {
  const open = await hub.another({ safelist: undefined });
  const client = subscriptionClient(open.url, { authorization });
  const held = hold(client, { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } });
  expect(await held.ended).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' });
  await open.close();
});

it('a request is admitted once, however often it is looked at, and told in the log once', async () => {
  const told: object[] = [];
  const list = new OperationList(operations);
  const safelist = new Safelist({ current: () => list }, 'log', { warn: (details: object) => void told.push(details) } as never);
  const admission = new HttpAdmission(new Admission(new DocumentLimits(standardLimits, { introspection: true }), safelist));
  const server = fastify();
  const lookedAt: string[] = [];
  const look = async (asked: FastifyRequest) => void lookedAt.push(admission.admit(asked).text ?? '');
  server.post('/graphql', { preHandler: look }, look);
  await server.inject({ method: 'POST', url: '/graphql', payload: { query: other } });
  expect(lookedAt).toEqual([other, other]);
  expect(told).toHaveLength(1);
  await server.close();
});
