import type { ActInput, InputField } from './act-input.js';
import { namedPaths } from './columns-of.js';
import { isKeptWhole } from './kept-record.js';
import type { MappingProblem } from './mapping-problem.js';
import type { FieldMapping, Mapping } from './mapping.js';
import { isPartOf } from './paths.js';

/** Products have no code list: of the column that names the product, so much goes on, without the numbers of persons. */
const product = { field: 'productName', characters: 60 };

/** Types whose values are no words. */
const wordless = new Set(['Int', 'Float', 'Boolean', 'Date']);

/** Readings that give nothing but entries of a code list. */
const codedReadings = new Set(['platforms', 'hazard-items']);

/**
 * What a mapping of complaints (channel a) would tell of the complainant's own words: fields that others than centres read must be made of
 * what is coded, as sourceText is null of complaints (5.1.1); and the record that is kept has what is named, and nothing that is kept apart.
 */
export function complaintProblems(mapping: Mapping, input: ActInput): MappingProblem[] {
  if (!canBeComplaint(mapping.fields['channel'])) return [];
  return [...(isKeptWhole(mapping) ? [{ code: 'IMPORT_MAPPING_RECORD_OPEN', parameters: {}, path: ['personal'] } as const] : []), ...openFields(mapping, input), ...openColumns(mapping, input)];
}

function openFields({ fields }: Mapping, input: ActInput): MappingProblem[] {
  return Object.entries(fields).flatMap(([place, field]) => {
    const type = input.fields.get(place);
    if (!type?.beyondCentre || isWordless(type) || isCoded(field)) return [];
    return place === product.field ? productProblems(field) : [{ code: 'IMPORT_MAPPING_OWN_WORDS', parameters: { field: place }, path: ['fields', place] }];
  });
}

/** What a field is made of that is encrypted and apart would stand in the clear beside it. */
function openColumns(mapping: Mapping, input: ActInput): MappingProblem[] {
  return Object.entries(mapping.fields).flatMap(([place, field]): MappingProblem[] => {
    if (!input.fields.get(place)?.keptInCentre) return [];
    const read = [...namedPaths({ ...mapping, key: [], skip: [], keep: {}, fields: { [place]: field } }).keys()];
    const open = read.filter((path) => !(path in mapping.given) && !mapping.personal.some((personal) => isPartOf(path, personal)));
    return open.length === 0 ? [] : [{ code: 'IMPORT_MAPPING_NOT_PERSONAL', parameters: { field: place, columns: open.join(', ') }, path: ['fields', place] }];
  });
}

function canBeComplaint(channel: FieldMapping | undefined): boolean {
  if (!channel) return false;
  if (channel.value !== undefined) return channel.value === 'COMPLAINT';
  const known = [...Object.values(channel.translate ?? {}), ...Object.values(channel.find ?? {}), channel.otherwise];
  return known.includes('COMPLAINT') || !isCoded(channel);
}

function isWordless({ type, values }: InputField): boolean {
  return values !== undefined || wordless.has(type);
}

/** A reading of columns takes them as they stand: no code list comes between (field-value.ts). */
function isCoded({ value, text, read, translate, find }: FieldMapping): boolean {
  if (value !== undefined || (read !== undefined && codedReadings.has(read))) return true;
  return (read === undefined || text !== undefined) && (translate !== undefined || find !== undefined);
}

function productProblems({ from, repair, limit }: FieldMapping): MappingProblem[] {
  if (from !== undefined && repair.includes('personal-numbers') && limit !== undefined && limit <= product.characters) return [];
  return [{ code: 'IMPORT_MAPPING_PRODUCT_OPEN', parameters: { field: product.field, characters: product.characters }, path: ['fields', product.field] }];
}
