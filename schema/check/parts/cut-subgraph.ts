import type { DefinitionNode, DocumentNode } from 'graphql';
import { Kind } from 'graphql';
import type { AffectedTypes } from './affected-types.js';
import { fieldsOf, rootTypes, typesNamedBy, type FieldNode, type PartOfType, type SubgraphTypes } from './subgraph-types.js';

/** Whether a subgraph has something that must be taken from everywhere. */
export function takesPart({ types: own }: SubgraphTypes, { everywhere, fields }: AffectedTypes): boolean {
  return [...everywhere].some((name) => own.has(name) && (!rootTypes.has(name) || fieldsOf(own.get(name)).some((field) => fields.has(`${name}.${field.name.value}`))));
}

/** A subgraph with the types that are affected alone, and of them with what names no others; places in the text stay. */
export function cutSubgraph({ types: own, rest }: SubgraphTypes, affected: AffectedTypes): DocumentNode {
  const kept: DefinitionNode[] = [...rest];
  for (const [name, parts] of own) if (affected.types.has(name)) kept.push(...parts.flatMap((part) => cutPart(name, part, own, affected)));
  return { kind: Kind.DOCUMENT, definitions: kept };
}

function cutPart(name: string, part: PartOfType, own: SubgraphTypes['types'], { types, changed, fields }: AffectedTypes): readonly PartOfType[] {
  if (changed.has(name)) return [part];
  const known = (each: string) => types.has(each) || !own.has(each);
  const keeps = (field: FieldNode) => fields.has(`${name}.${field.name.value}`) || (!rootTypes.has(name) && typesNamedBy(field).every(known));
  const cut = {
    ...part,
    ...('fields' in part && { fields: (part.fields as readonly FieldNode[] | undefined)?.filter(keeps) }),
    ...('interfaces' in part && { interfaces: part.interfaces?.filter((each) => known(each.name.value)) }),
    ...('types' in part && { types: part.types?.filter((each) => known(each.name.value)) }),
  } as PartOfType;
  return rootTypes.has(name) && fieldsOf([cut]).length === 0 ? [] : [cut];
}
