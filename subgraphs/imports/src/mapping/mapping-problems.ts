import type { ActInput } from './act-input.js';
import { coerced } from './coerced.js';
import { namedPaths } from './columns-of.js';
import { complaintProblems } from './complaint-problems.js';
import type { MappingProblem } from './mapping-problem.js';
import type { FieldMapping, Mapping } from './mapping.js';
import { overlap } from './paths.js';
import { RowProblem } from './row-problem.js';

/** Of a path that is no column of its own, how it comes to read one. */
const overlapWith = (path: string, personal: string) => (path === personal ? { en: '', 'zh-CN': '' } : { en: `, and ${path} does`, 'zh-CN': `，而 ${path} 与之重叠` });

/** What is wrong with a mapping that holds to its form: fields that the act does not take, values that they do not, personal data that would be read, the words of complainants that would be told. */
export function mappingProblems(mapping: Mapping, input: ActInput): MappingProblem[] {
  return [
    ...Object.entries(mapping.fields).flatMap(([place, field]) => fieldProblems(place, field, input)),
    ...[...input.fields].flatMap(([place, { required }]) =>
      required && !(place in mapping.fields) ? [problem('IMPORT_MAPPING_FIELD_MISSING', { input: input.type, field: place }, ['fields'])] : [],
    ),
    ...personalProblems(mapping, input),
    ...complaintProblems(mapping, input),
  ];
}

/** What is personal becomes fields that stay in the centre and nothing else. A column that bears another name at times is personal under that name too. */
function personalProblems(mapping: Mapping, input: ActInput): MappingProblem[] {
  const others = Object.entries(mapping.fields).filter(([place]) => !input.fields.get(place)?.keptInCentre);
  const read = [...namedPaths({ ...mapping, fields: Object.fromEntries(others) }).keys()];
  const aliases = 'aliases' in mapping.format ? mapping.format.aliases : {};
  return mapping.personal.flatMap((personal) => {
    const names = [personal, ...(aliases[personal] ?? [])];
    return read
      .filter((path) => names.some((name) => overlap(path, name)))
      .map((path) => problem('IMPORT_MAPPING_PERSONAL_READ', { personal, overlap: overlapWith(path, personal) }, ['personal', mapping.personal.indexOf(personal)]));
  });
}

function fieldProblems(place: string, field: FieldMapping, input: ActInput): MappingProblem[] {
  const type = input.fields.get(place);
  if (!type) {
    return [problem('IMPORT_MAPPING_FIELD_UNKNOWN', { input: input.type, field: place, known: [...input.fields.keys()].join(', ') }, ['fields', place])];
  }
  const given = [...(field.value === undefined ? [] : [field.value].flat()), ...Object.values(field.translate ?? {}), ...(field.otherwise === undefined ? [] : [field.otherwise]), ...Object.values(field.find ?? {})];
  return given.flatMap((value) => {
    try {
      if (field.read === undefined && field.join === undefined) coerced(place, value, type);
      return [];
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      return [problem('IMPORT_MAPPING_VALUE_INVALID', { field: place, value: String(value), known: type.values?.join(', ') ?? type.type }, ['fields', place])];
    }
  });
}

function problem(code: MappingProblem['code'], parameters: MappingProblem['parameters'], path: MappingProblem['path']): MappingProblem {
  return { code, parameters, path };
}
