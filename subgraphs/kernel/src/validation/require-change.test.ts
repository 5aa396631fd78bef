import { expect, it } from 'vitest';
import { requireChange } from './require-change.js';

const before = { scope: 'kettles', until: new Date('2026-03-01T00:00:00Z'), ids: ['a', 'b'], products: [{ name: 'n', batches: 1 }], budget: null };
const amend = (changes: object) => () => requireChange('WorkPlan', 'workPlanId', before, changes as Record<string, unknown>);

it.each([
  [{}],
  [{ scope: 'kettles', until: new Date('2026-03-01T00:00:00Z') }],
  [{ ids: ['a', 'b'], products: [{ batches: 1, name: 'n' }], budget: undefined }],
])('%j changes nothing', (changes) => {
  expect(amend(changes)).toThrow('NOTHING_CHANGED');
});

it.each([[{ scope: 'kettles', ids: ['b', 'a'] }], [{ until: new Date('2026-03-02T00:00:00Z') }], [{ budget: '1.00' }]])('%j changes something', (changes) => {
  expect(amend(changes)).not.toThrow();
});
