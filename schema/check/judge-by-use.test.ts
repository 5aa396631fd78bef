import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { judgeByUse, reliedOn, type RecentUse } from './judge-by-use.js';
import { schemaChanges } from './schema-changes.js';
import { finding, passed } from './schema-finding.js';

const removed = finding({ kind: 'BREAKING', code: 'FIELD_REMOVED', owners: ['labs'], coordinate: 'Lab.fax', message: { en: 'Lab.fax was removed; clients would be refused.', 'zh-CN': 'Lab.fax 已删除。' } });
const recent = (given: Partial<RecentUse> = {}): RecentUse => ({ days: 30, used: new Set(), gap: undefined, ...given });
const judged = (given: Partial<RecentUse>, found = removed) => judgeByUse([found], recent(given))[0];

it('what somebody has used stays an error, and says that it was, not how often and by how many', () => {
  const used = new Set(['Lab.fax']);
  expect(judged({ used })).toMatchObject({ severity: 'ERROR', message: `${removed.message} It was asked in the last 30 days.`, chinese: { message: 'Lab.fax 已删除。最近 30 天内有人使用。' } });
});

it('what nobody has used is a warning', () => {
  expect(judged({})).toMatchObject({ severity: 'WARNING', message: expect.stringContaining('Nobody asked it in the last 30 days.') as unknown });
});

it('what may have been used without being recorded stays an error', () => {
  expect(judged({ gap: { en: 'usage is recorded only since 2026-11-20', 'zh-CN': '使用情况自 2026-11-20 起才有记录' } })).toMatchObject({ severity: 'ERROR', message: expect.stringContaining('only since 2026-11-20') as unknown });
});

it('what usage tells nothing of, and what takes or opens something, is judged as without it', () => {
  const directive = { ...removed, code: 'DIRECTIVE_REMOVED', coordinate: 'old' };
  const narrowed = { ...removed, kind: 'NARROWED' as const };
  for (const found of [directive, narrowed, { ...removed, coordinate: null }]) expect(judged({}, found)).toEqual(found);
});

it('what was let pass stays as it was let pass, whether it is used or not', () => {
  const approved = passed(removed, { en: 'approved by steward.2', 'zh-CN': '由 steward.2 批准' });
  for (const used of [new Set(['Lab.fax']), new Set<string>()]) expect(judged({ used }, approved)).toEqual(approved);
});

it('of an argument it is the argument that is relied on', () => {
  expect(reliedOn({ ...removed, code: 'ARG_REMOVED', coordinate: 'Query.labs', message: 'Query.labs arg name was removed; …' })).toBe('Query.labs(name:)');
  expect(reliedOn({ ...removed, code: 'REQUIRED_ARG_ADDED', coordinate: 'Query.labs', message: 'A required arg name on Query.labs was added; …' })).toBe('Query.labs');
});

it('what comes to be required breaks who does not give it: of an argument the field is relied on, of a part of an input the input', () => {
  const schema = (required: string) => buildSchema(`input Plan { by: Int${required} for: Int } type Query { labs(name: String${required}): Int plan(plan: Plan): Int }`);
  const changes = schemaChanges(schema(''), schema('!'), () => ['labs']);
  expect(changes.map((found) => [found.code, reliedOn(found)]).sort()).toEqual([
    ['ARG_CHANGED_KIND', 'Query.labs'],
    ['INPUT_FIELD_CHANGED_KIND', 'Plan'],
  ]);
  const judgedAll = judgeByUse(changes, recent({ used: new Set(['Query.labs', 'Plan', 'Plan.for']) }));
  expect(judgedAll.map(({ severity }) => severity)).toEqual(['ERROR', 'ERROR']);
});
