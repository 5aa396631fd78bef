import { Kind, type DocumentNode } from 'graphql';

/** The line at which a coordinate stands in a document, counted from 1; null where it does not, or the document has no places. */
export function lineOf(document: DocumentNode, coordinate: string): number | null {
  const [typeName, fieldName = ''] = coordinate.replace(/\(.*/, '').split('.');
  let type: number | null = null;
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name?.value !== typeName || definition.kind === Kind.OPERATION_DEFINITION) continue;
    type ??= definition.loc?.startToken.line ?? null;
    const parts = 'fields' in definition ? definition.fields : 'values' in definition ? definition.values : [];
    const part = parts?.find(({ name }) => name.value === fieldName);
    if (part?.name.loc) return part.name.loc.startToken.line;
  }
  return type;
}
