import { expect, it } from 'vitest';
import type { Verdict } from '../generated/graphql.js';
import { conclusionOf } from './conclusion-of.js';

it.each<[Verdict[], Verdict]>([
  [['CONFORMING', 'CONFORMING'], 'CONFORMING'],
  [['CONFORMING', 'NONCONFORMING', 'NOT_JUDGED'], 'NONCONFORMING'],
  [['CONFORMING', 'NOT_JUDGED'], 'NOT_JUDGED'],
])('of %j the conclusion is %s (5.3.4)', (verdicts, conclusion) => {
  expect(conclusionOf(verdicts)).toBe(conclusion);
});
