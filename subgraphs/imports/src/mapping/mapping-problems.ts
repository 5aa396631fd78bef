import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { ActInput } from './act-input.js';
import { coerced } from './coerced.js';
import { columnsOf } from './columns-of.js';
import type { FieldMapping, Mapping } from './mapping.js';
import { RowProblem } from './row-problem.js';

/** What is wrong with a mapping that holds to its form: fields that the act does not take, values that they do not, personal data that would be read. */
export function mappingProblems(mapping: Mapping, input: ActInput): Bilingual[] {
  const read = columnsOf(mapping);
  return [
    ...Object.entries(mapping.fields).flatMap(([place, field]) => fieldProblems(place, field, input)),
    ...[...input.fields].flatMap(([place, { required }]) =>
      required && !(place in mapping.fields) ? [{ en: `${input.type} requires ${place}, and no field makes it.`, 'zh-CN': `${input.type} 必须有 ${place}，而映射未给出。` }] : [],
    ),
    ...mapping.personal.flatMap((column) =>
      read.includes(column) ? [{ en: `The column ${column} is personal and withheld; no field, key or skip may read it.`, 'zh-CN': `列 ${column} 为个人信息，不入库；字段、主键、排除条件均不得读取。` }] : [],
    ),
  ];
}

function fieldProblems(place: string, field: FieldMapping, input: ActInput): Bilingual[] {
  const type = input.fields.get(place);
  if (!type) {
    const known = [...input.fields.keys()].join(', ');
    return [{ en: `${input.type} has no field ${place}; it has: ${known}.`, 'zh-CN': `${input.type} 没有字段 ${place}；现有：${known}。` }];
  }
  const given = [...(field.value === undefined ? [] : [field.value].flat()), ...Object.values(field.translate ?? {}), ...(field.otherwise === undefined ? [] : [field.otherwise]), ...Object.values(field.find ?? {})];
  return given.flatMap((value) => {
    try {
      if (field.read === undefined && field.join === undefined) coerced(place, value, type);
      return [];
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const known = type.values?.join(', ') ?? type.type;
      return [{ en: `${place} cannot be "${String(value)}"; right would be: ${known}.`, 'zh-CN': `${place} 不能为“${String(value)}”；正确的值：${known}。` }];
    }
  });
}
