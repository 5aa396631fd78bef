import { expect, it } from 'vitest';
import { whyUncounted } from './why-uncounted.js';

const now = new Date('2026-12-01T00:00:00Z');
const approval = { userId: 'steward.2', onBehalfOf: 'steward.3', at: '2026-11-02T00:00:00Z', inRole: true };
const why = (change: Partial<typeof approval>, ...behind: string[]) => whyUncounted({ ...approval, ...change }, new Set(behind), now)?.en;

it('an approval counts for thirty days, where nobody behind the text gave it, for himself or another, and who gave it acts in that role still', () => {
  expect(why({}, 'steward.1')).toBeUndefined();
  for (const user of ['steward.2', 'steward.3']) expect(why({}, user)).toMatch(/had this text checked/);
  expect(why({ inRole: false })).toMatch(/not act in that role/);
  for (const at of ['2026-11-01T00:00:00Z', '']) expect(why({ at })).toMatch(/older than 30 days/);
});
