import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { HubDesk } from './hub-desk.js';
import { MappingDesk } from './mapping-desk.js';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A hub that gives one answer after the other, and keeps with what variables it was asked. */
async function hubThatAnswers(...answers: readonly object[]) {
  const asked: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    asked.push((JSON.parse((await request.toArray()).join('')) as { variables: Record<string, unknown> }).variables);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[asked.length - 1]));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stops.push(() => server.close());
  return { asked, options: { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a', lang: 'en' } };
}

const error = { message: 'You may not read this.', extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } };
const acting = async (answer: object) => {
  const { options } = await hubThatAnswers(answer);
  return (await HubDesk.at(options)).act('cancelImportPull', {}, 'id source');
};

it('what came of an act is told', async () => {
  await expect(acting({ data: { cancelImportPull: { outcomes: [{ value: { id: '1' }, refusal: null }] } } })).resolves.toEqual({ id: '1' });
});

it.each([
  ['is refused is told with the code', { data: { cancelImportPull: { outcomes: [{ value: null, refusal: { code: 'NOT_FOUND', message: 'It is not there.' } }] } } }, 'NOT_FOUND: It is not there.'],
  ['was never begun is told with what kept it', { data: null, errors: [error] }, 'SHARING_NOT_IN_AUDIENCE: You may not read this.'],
  ['was done is not told as refused where a field of its value is', { data: { cancelImportPull: { outcomes: [{ value: { id: '1', source: null }, refusal: null }] } }, errors: [error] }, 'The act was done, and not all of what came of it can be read: SHARING_NOT_IN_AUDIENCE: You may not read this.'],
])('an act that %s', async (_, answer, message) => {
  await expect(acting(answer)).rejects.toMatchObject({ name: 'HubRefused', message });
});

it('all mappings are listed, page by page', async () => {
  const page = (id: string, endCursor: string | null) => ({ data: { importMappings: { nodes: [{ id }], pageInfo: { hasNextPage: endCursor !== null, endCursor } } } });
  const { options, asked } = await hubThatAnswers(page('1', 'x'), page('2', null));
  expect((await (await MappingDesk.at(options)).mappings({})).map(({ id }) => id)).toEqual(['1', '2']);
  expect(asked.map(({ after }) => after)).toEqual([null, 'x']);
});
