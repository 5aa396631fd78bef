import { valueFromASTUntyped, type ConstDirectiveNode, type FieldDefinitionNode } from 'graphql';
import type { Clause, PartyKind } from '../policy/terms/vocabulary.js';

/** Whether parties of a kind may ever come to read a field, or to do an act, by its terms; structure is open to whoever comes to it, and what has no terms to nobody. */
export function openToKind({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>, kind: PartyKind): boolean {
  if (directives.some(({ name }) => name.value === 'structural')) return true;
  const terms = directives.find(({ name }) => name.value === 'sharing' || name.value === 'act');
  return terms !== undefined && audienceOf(terms).some(({ kinds, mask }) => kinds.includes(kind) && mask !== 'NULL');
}

function audienceOf({ arguments: given = [] }: ConstDirectiveNode): readonly Pick<Clause, 'kinds' | 'mask'>[] {
  const audience = given.find(({ name }) => name.value === 'audience');
  return audience ? (valueFromASTUntyped(audience.value) as readonly Clause[]) : [];
}
