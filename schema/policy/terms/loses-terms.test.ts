import { expect, it } from 'vitest';
import { losesTerms } from './loses-terms.js';

const hint = (code: string, message = '') => ({ definition: { code }, message });

it('takes for lost what composition decided by majority or did not compose, whatever the message', () => {
  expect(losesTerms(hint('INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS'))).toBe(true);
  expect(losesTerms(hint('DIRECTIVE_COMPOSITION_WARN'))).toBe(true);
});

it('leaves other hints alone, also those that speak of sharing', () => {
  expect(losesTerms(hint('INCONSISTENT_DESCRIPTION', 'Element "sharing__Kind" has inconsistent descriptions'))).toBe(false);
});
