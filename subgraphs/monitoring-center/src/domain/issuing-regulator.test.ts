import { expect, it } from 'vitest';
import { issuingRegulator } from './issuing-regulator.js';

it('nothing is commissioned or fed back without the regulator that issued the plan', () => {
  expect(issuingRegulator('plan', ['regulator-province', 'lab-1'])).toBe('regulator-province');
  for (const nobody of [undefined, []]) expect(() => issuingRegulator('plan', nobody)).toThrowError(expect.objectContaining({ code: 'PLAN_NOT_OPEN' }));
});
