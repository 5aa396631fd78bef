import { expect, it } from 'vitest';
import { everyFieldHasGrade } from './every-field-has-grade.js';
import { brokenBy } from './testing/broken-by.js';

const broken = brokenBy(everyFieldHasGrade);
const plan = (grade: string, title = '') => `
  extend schema @terms(name: "plan", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }]${grade})
  type Plan @key(fields: "id") @defaultTerms(name: "plan") { id: ID! title: String ${title} }
`;

it('refuses a field whose grade neither its terms nor the field itself says', () => {
  expect(broken(plan(''))).toEqual(['Plan.id', 'Plan.title']);
  expect(broken(plan('', '@shared(grade: CORE)'))).toEqual(['Plan.id']);
});

it('admits the grade of the terms, and a field that is graver than they', () => {
  expect(broken(plan(', grade: GENERAL'))).toEqual([]);
  expect(broken(plan(', grade: GENERAL', '@shared(grade: IMPORTANT)'))).toEqual([]);
});

it('leaves the grade of an echoed key to its owner', () => {
  const lab = plan('').replace('type Plan', 'type Lab');
  expect(broken('type Lab @key(fields: "id") @stub(owner: "there") { id: ID! }', lab)).toEqual([]);
});
