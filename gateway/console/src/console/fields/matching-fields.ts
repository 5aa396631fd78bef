import type { FieldsQuery } from '../../generated/operations';

export type FoundField = NonNullable<FieldsQuery['resourceCatalog']>[number]['fields'][number];

/** The fields in whose coordinate, data element, meaning or note every sought word stands, letter case ignored. */
export function matchingFields(fields: readonly FoundField[], sought: string): FoundField[] {
  const words = sought.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return fields.filter(({ coordinate, note, element }) => {
    const text = [coordinate, element.name, element.nameZh, element.meaning, note].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
