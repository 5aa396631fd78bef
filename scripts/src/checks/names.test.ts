import { expect, it } from 'vitest';
import { checkNames } from './names.js';
import { sourceTreeOf } from './testing/source-tree-of.js';

const number = 7; // written apart, or this file would be a finding itself

it.each([
  ['a path of this machine', 'cd /wor' + 'k/main'],
  ['a host of a package registry', 'https://registry.' + 'npmjs.org/x'],
  ['the number of an issue', `see Issue #${number}`],
  ['who did the work', 'left to another ' + 'engineer'],
  ['when the work was done', 'Earlier ' + 'tasks made this'],
  ['what helped with the work', 'as a language ' + 'model would'],
  ['a note to oneself', '// TO' + 'DO: sort'],
])('finds %s and says on which line', (_, line) => {
  expect(checkNames(sourceTreeOf({ 'a.md': `fine\n${line}\n` })).map(({ place }) => place)).toEqual(['a.md:2']);
});

it('leaves ordinary words and binary files alone', () => {
  const prose = 'issueMonitoringPlan, this issue of the plan, another session of the database, the user agent, a task list, /registry/supergraph, network/work/plan, ./work/plan';
  expect(checkNames(sourceTreeOf({ 'a.md': prose, 'b.gz': `\0 /wor${'k'}/` }))).toEqual([]);
});
