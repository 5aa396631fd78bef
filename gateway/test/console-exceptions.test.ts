import { exceptableRules } from '@hub/schema/policy/lint/exceptable-rules.js';
import { expect, it } from 'vitest';
import { exceptableRules as offered } from '../console/src/console/exceptions/exceptable-rules.js';

it('the console offers exceptions from just the rules that have any', () => {
  expect([...offered].toSorted()).toEqual([...exceptableRules].toSorted());
});
