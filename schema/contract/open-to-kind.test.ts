import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { openToKind } from './open-to-kind.js';

/** A field on terms with this audience. */
function fieldFor(audience: string): FieldDefinitionNode {
  const [type] = parse(`type Lab { fax: String @sharing(audience: [${audience}]) }`).definitions as ObjectTypeDefinitionNode[];
  const field = type?.fields?.[0];
  if (field?.kind !== Kind.FIELD_DEFINITION) throw new Error('There is no field.');
  return field;
}

it('what is masked with NULL for a kind of party is not open to it, what is masked otherwise is', () => {
  const field = fieldFor('{ kinds: [LAB, PLATFORM], mask: NULL }, { kinds: [PLATFORM], mask: PARTIAL }, { kinds: [REGULATOR] }');
  expect((['LAB', 'PLATFORM', 'REGULATOR', 'MERCHANT'] as const).map((kind) => openToKind(field, kind))).toEqual([false, true, true, false]);
});
