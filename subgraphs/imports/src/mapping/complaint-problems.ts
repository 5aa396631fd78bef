import type { ActInput, InputField } from './act-input.js';
import type { MappingProblem } from './mapping-problem.js';
import type { FieldMapping, Mapping } from './mapping.js';

/** Products have no code list: of the column that names the product, so much goes on, without the numbers of persons. */
const product = { field: 'productName', characters: 60 };

/** Types whose values are no words. */
const wordless = new Set(['Int', 'Float', 'Boolean', 'Date']);

/** Readings that give nothing but entries of a code list. */
const codedReadings = new Set(['platforms', 'hazard-items']);

/**
 * What a mapping of complaints (channel a) would tell of the complainant's own words: fields that others than centres read must be made of
 * what is coded, as sourceText is null of complaints (5.1.1).
 */
export function complaintProblems({ fields }: Mapping, input: ActInput): MappingProblem[] {
  if (!canBeComplaint(fields['channel'])) return [];
  return Object.entries(fields).flatMap(([place, field]) => {
    const type = input.fields.get(place);
    if (!type?.beyondCentre || isWordless(type) || isCoded(field)) return [];
    return place === product.field ? productProblems(field) : [{ code: 'IMPORT_MAPPING_OWN_WORDS', parameters: { field: place }, path: ['fields', place] }];
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
