import { expect, it } from 'vitest';
import { exceptionOf } from './exception-of.js';
import { finding } from './schema-finding.js';

const whole = { subgraph: 'labs', rule: 'described-with-term', coordinate: null, severity: 'OFF', reason: 'a reason', until: '2099-01-01T00:00:00Z' } as const;
const place = { ...whole, coordinate: 'Lab.id', severity: 'WARNING' } as const;
const found = (given: object = {}) => finding({ kind: 'LINT', code: 'described-with-term', owners: ['labs'], coordinate: 'Lab.id', message: { en: 'a message', 'zh-CN': '发现' }, ...given });

it('an exception of just this place goes before one of the whole schema', () => {
  expect(exceptionOf(found(), [whole, place])).toBe(place);
  expect(exceptionOf(found({ coordinate: 'Lab.name' }), [whole, place])).toBe(whole);
});

it('of several of one place the latest holds, whatever it says', () => {
  const strict = { ...whole, severity: 'ERROR' } as const;
  expect(exceptionOf(found({ coordinate: 'Lab.name' }), [strict, whole, place])).toBe(strict);
});

it('what is of another rule, subgraph or kind is under none', () => {
  const others = [found({ code: 'sharing-is-free' }), found({ owners: ['registry'] }), found({ kind: 'BREAKING' })];
  expect(others.map((each) => exceptionOf(each, [whole, place]))).toEqual([undefined, undefined, undefined]);
});
