import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { ActInput } from './act-input.js';
import { coerced } from './coerced.js';
import { namedPaths } from './columns-of.js';
import { complaintProblems } from './complaint-problems.js';
import type { FieldMapping, Mapping } from './mapping.js';
import { overlap } from './paths.js';
import { RowProblem } from './row-problem.js';

/** What is wrong with a mapping that holds to its form: fields that the act does not take, values that they do not, personal data that would be read, the words of complainants that would be told. */
export function mappingProblems(mapping: Mapping, input: ActInput): Bilingual[] {
  return [
    ...Object.entries(mapping.fields).flatMap(([place, field]) => fieldProblems(place, field, input)),
    ...[...input.fields].flatMap(([place, { required }]) =>
      required && !(place in mapping.fields) ? [{ en: `${input.type} requires ${place}, and no field makes it.`, 'zh-CN': `${input.type} 必须有 ${place}，而映射未给出。` }] : [],
    ),
    ...personalProblems(mapping, input),
    ...complaintProblems(mapping, input),
  ];
}

/** What is personal becomes fields that stay in the centre and nothing else. A column that bears another name at times is personal under that name too. */
function personalProblems(mapping: Mapping, input: ActInput): Bilingual[] {
  const others = Object.entries(mapping.fields).filter(([place]) => !input.fields.get(place)?.keptInCentre);
  const read = [...namedPaths({ ...mapping, fields: Object.fromEntries(others) }).keys()];
  const aliases = 'aliases' in mapping.format ? mapping.format.aliases : {};
  return mapping.personal.flatMap((personal) => {
    const names = [personal, ...(aliases[personal] ?? [])];
    return read
      .filter((path) => names.some((name) => overlap(path, name)))
      .map((path) => ({
        en: `The column ${personal} is personal; no key, skip or keep may read it, and no field but those that stay in the centre, such as complainant.name${path === personal ? '' : `, and ${path} does`}.`,
        'zh-CN': `列 ${personal} 为个人信息；主键、排除条件、留存列均不得读取，字段中仅限不出监测中心者（如 complainant.name）可以读取${path === personal ? '' : `，而 ${path} 与之重叠`}。`,
      }));
  });
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
