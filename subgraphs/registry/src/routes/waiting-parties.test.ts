import { expect, it } from 'vitest';
import { WaitingParties } from './waiting-parties.js';

it('one party holds so many of the requests that wait, and no more until one has ended; others are let in', () => {
  const waiting = new WaitingParties();
  const leave = Array.from({ length: 16 }, () => waiting.enter('merchant-1', 'en'));
  expect(() => waiting.enter('merchant-1', 'en')).toThrow(/16 requests of yours for a new supergraph/);
  waiting.enter('lab-1', 'en')();
  leave[0]?.();
  waiting.enter('merchant-1', 'en');
  expect(() => waiting.enter('merchant-1', 'zh-CN')).toThrow(/16 个新超图请求/);
});
