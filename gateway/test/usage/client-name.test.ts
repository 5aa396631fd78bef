import { expect, it } from 'vitest';
import { clientName } from '../../src/usage/client-name.js';

it('is what the first header says that says something, cut, and without what no log should hold; empty where none does', () => {
  expect(clientName({ 'apollographql-client-name': ' ', 'graphql-client-name': ' desk ', 'x-graphql-client-name': 'other' })).toBe('desk');
  expect(clientName({ 'apollographql-client-name': `${'n'.repeat(63)}ame` })).toBe(`${'n'.repeat(63)}a`);
  expect(clientName({ 'x-graphql-client-name': '工作台\u0000\u001b[31m\u2028é' })).toBe('工作台??[31m??');
  expect([clientName({}), clientName({ 'graphql-client-name': ['a', 'b'] })]).toEqual(['', '']);
});
