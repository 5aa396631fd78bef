import type { Refusal } from '@hub/kernel/refusals/refusal.js';
import { expect, it } from 'vitest';
import { requireTellable } from './require-tellable.js';

const of = (...codes: readonly string[]) => codes.map((code) => ({ code }));
const refused = (code: string, before: readonly string[] = ['%', 'm³']) => {
  try {
    requireTellable(of(...before, code), of(...before));
    return undefined;
  } catch (error) {
    return (error as Refusal).details.field;
  }
};

it('a new code is seen whole, and looks like no other of the list', () => {
  for (const code of ['%\u200B', '%\u0301', 'a\u2028b', 'a\u202Eb', 'a\u0000', '\uE000', '％', 'm3']) expect([code, refused(code)]).toEqual([code, 'codes.2.code']);
  for (const code of ['‰', 'mg/kg', '℃', 'é', 'e\u0301', '牛皮']) expect([code, refused(code)]).toEqual([code, undefined]);
});

it('two new ones are told from each other too, and what was there stays', () => {
  expect(() => requireTellable(of('A', 'Ａ'), [])).toThrow();
  expect(() => requireTellable(of('℃', '℃', '°C\u200B', '°C'), of('℃', '°C', '°C\u200B'))).not.toThrow();
});
