import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importPullList, importPullSchedule } from '../src/commands/import-pull.js';
import { playedHub, type PlayedHub } from './played-hub.js';

const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
const before = process.exitCode;
const pull = { id: 'p-1', url: 'https://data.example.cn/recalls', mapping: 'cpsc-recalls', every: 'PT6H', state: 'ENDED', cursor: null, nextAttemptAt: null, lastFailure: null, failedAttempts: 0, stoppedBecause: null, importRun: null };

let hub: PlayedHub;
let asked: number;
let answer: { readonly status: number; readonly body: string };
beforeAll(async () => {
  hub = await playedHub((_request, response) => {
    asked += 1;
    response.writeHead(answer.status).end(answer.body);
  });
});
afterAll(() => hub.close());
beforeEach(() => {
  asked = 0;
  told.mockClear();
  said.mockClear();
  return () => {
    process.exitCode = before;
  };
});
const options = () => ({ hub: hub.url, token: 'a token', lang: 'en' });
const list = (hasNextPage: boolean) => ({ status: 200, body: JSON.stringify({ data: { importPulls: { nodes: [pull], pageInfo: { hasNextPage } } } }) });

describe('hub import pull list (5.1.1)', () => {
  const line = 'https://data.example.cn/recalls by cpsc-recalls, every PT6H: ENDED (p-1)';
  it.each([
    ['all there are', false, undefined, []],
    ['the first of many', true, undefined, ['There are more: narrow them by --state ACTIVE.']],
    ['the first of many in one state', true, 'ENDED', ['There are more of ENDED, which began before these.']],
  ])('says whether it has shown all: %s', async (_what, hasNextPage, state, more) => {
    answer = list(hasNextPage);
    await importPullList({ ...options(), ...(state !== undefined && { state }) });
    expect([process.exitCode, said.mock.calls.flat()]).toEqual([0, [line, ...more]]);
  });

  it('tells of a proxy that answers in place of the hub by its status, and not by what it says', async () => {
    answer = { status: 502, body: '<html><body>Bad Gateway</body></html>' };
    await importPullList(options());
    expect([process.exitCode, told.mock.calls.flat()]).toEqual([1, ['The hub answers 502.']]);
  });
});

it('hub import pull schedule asks nothing of the hub where what is given has no name', async () => {
  await importPullSchedule('https://data.example.cn/recalls', { ...options(), mapping: 'cpsc-recalls', every: 'PT6H', given: ['abc'] });
  expect([process.exitCode, told.mock.calls.flat(), asked]).toEqual([3, ['--given abc is no name=value. Right would be, for example, --given noticeDate=2026-03-01.'], 0]);
});
