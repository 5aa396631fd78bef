import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseRequest, wrong } from './parse-request.js';

const even = z.int().refine((given) => given % 2 === 0, wrong({ en: 'is odd', 'zh-CN': '是奇数' }));
const shape = z.strictObject({ name: z.string(), pairs: z.array(z.object({ size: even })).default([]) });
const refusal = (given: unknown, language?: string) => {
  try {
    return parseRequest(shape, given, { ...(language !== undefined && { 'accept-language': language }) });
  } catch (error) {
    return error;
  }
};

it('what a request says is given as its address takes it', () => {
  expect(parseRequest(shape, { name: 'a' }, {})).toEqual({ name: 'a', pairs: [] });
});

it('each part that is wrong is named, in the language that is asked for and in Chinese where none is', () => {
  const given = { pairs: [{ size: 2 }, { size: 3 }] };
  const coded = (message: RegExp) => ({ message: expect.stringMatching(message) as string, extensions: { code: 'REQUEST_INVALID', http: { status: 400 } } });
  expect(refusal(given, 'en')).toMatchObject(coded(/name: Invalid input: expected string, received undefined; pairs\.1\.size: is odd\./));
  expect(refusal(given)).toMatchObject(coded(/name：无效输入：期望 string，实际接收 undefined；pairs\.1\.size：是奇数。/));
  expect(refusal('', 'en')).toMatchObject(coded(/takes it: Invalid input: expected object/));
});

it('of very many wrong parts the first are told, and of a long one its beginning', () => {
  const { message } = refusal({ name: 'a', pairs: Array.from({ length: 100_000 }, () => 'x'), ['y'.repeat(1000)]: 1 }, 'en') as Error;
  expect(message).toContain('pairs.9: Invalid input: expected object, received string; ….');
  expect(message).not.toContain('pairs.10');
  expect((refusal({ name: 'a', ['y'.repeat(100_000)]: 1 }, 'en') as Error).message.length).toBeLessThan(600);
});

it('of what may have one form or another, the form that it comes nearest to is told', () => {
  const either = z.object({ of: z.union([z.strictObject({ a: z.string(), b: z.string(), c: z.string() }), z.strictObject({ d: z.string() })]) });
  expect(() => parseRequest(either, { of: { d: 1 } }, { 'accept-language': 'en' })).toThrow(/takes it: of\.d: Invalid input: expected string, received number\./);
});
