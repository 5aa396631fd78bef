import { expect, it } from 'vitest';
import { ruleAt } from './rule-at.js';

it('refuses to go on where a coordinate has no rule', () => {
  const rules = { Plan: { id: 'a rule' } };
  expect(ruleAt(rules, 'Plan', 'id')).toBe('a rule');
  expect(() => ruleAt(rules, 'Plan', 'title')).toThrow('No rule guards Plan.title; shield must cover the whole schema.');
  expect(() => ruleAt(rules, 'Lab', 'id')).toThrow('No rule guards Lab.id');
});
