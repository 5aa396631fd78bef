import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';

const problems: Readonly<Record<string, Bilingual>> = {
  UNKNOWN: { en: 'it is no field of a thing of its own', 'zh-CN': '不是独立资源的字段' },
  KEY: { en: 'it is the key by which the thing is known everywhere', 'zh-CN': '是各方识别该资源的键' },
  REQUIRED: { en: 'fields of other owners are built on it', 'zh-CN': '其他单位的字段依赖于它' },
  AUDIT: { en: 'it tells who read what, and the auditor is not to be blinded', 'zh-CN': '它记录谁读取了什么，不得对审计员关闭' },
  CONTRIBUTED: { en: 'another owner adds it to the thing and does not know whose that is, so that a data steward alone closes it, on every row', 'zh-CN': '该字段由其他单位补充，无法确定所属单位，只能由数据管理员对全部数据关闭' },
  NON_NULL: { en: 'the schema promises a value, so that whole rows would be lost with it', 'zh-CN': '结构约定其必有值，关闭会使整行数据不可读' },
};

/**
 * A field that can be closed at once: what would be lost is that field and no more, of the rows of who closes it or, by a data steward, of all.
 * @throws Refusal FIELD_CANNOT_BE_CLOSED
 */
export function requireClosable(coordinate: string, field: string, everyRow: boolean): void {
  const known = deskFields.get(coordinate);
  const problem = coordinate.startsWith('AccessRecord.') ? 'AUDIT' : known ? (known.unclosable ?? (known.contributed && !everyRow ? 'CONTRIBUTED' : undefined)) : 'UNKNOWN';
  if (problem) throw new Refusal('FIELD_CANNOT_BE_CLOSED', { field, parameters: { coordinate, problem: problems[problem] ?? '' } });
}
