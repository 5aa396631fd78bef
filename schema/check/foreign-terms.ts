import { isIntrospectionType, isObjectType, type GraphQLObjectType } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { coordinatesIn } from '../policy/terms/coordinates-in.js';
import { fieldsArgument } from '../policy/lint/key-fields.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/**
 * Terms in which a subgraph speaks for another owner (5.4.3). It may repeat them word for word where it echoes a row of that owner: on the key of the
 * type, and on what it requires of it (Apollo Federation, `@external`). Anywhere else they would open a field that the named owner has never decided on.
 */
export function foreignTerms(contracts: readonly OwnerContract[]): readonly SchemaFinding[] {
  const tables = new Map(contracts.map(({ owner, table }) => [owner, table]));
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return contracts.flatMap((contract) => {
    const echoed = echoedCoordinates(contract);
    return [
      ...[...contract.table.fields]
        .filter(([, { owner }]) => owner !== contract.owner)
        .filter(([coordinate, terms]) => !echoed.has(coordinate) || !same(terms, tables.get(terms.owner)?.fields.get(coordinate)))
        .map(([coordinate, terms]) => spokenFor(contract.owner, coordinate, terms.owner)),
      ...[...contract.table.acts]
        .filter(([, { owner }]) => owner !== contract.owner)
        .map(([act, terms]) => spokenFor(contract.owner, `Mutation.${act}`, terms.owner)),
    ];
  });
}

/** What stands in a key, however deep, or is marked as another's. */
function echoedCoordinates({ schema }: OwnerContract): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type)) as GraphQLObjectType[];
  return new Set(
    types.flatMap((type) => [
      ...[type.astNode, ...type.extensionASTNodes]
        .flatMap((node) => node?.directives ?? [])
        .filter(({ name }) => name.value === 'key')
        .flatMap((key) => coordinatesIn(fieldsArgument(key), type, schema)),
      ...Object.values(type.getFields())
        .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'external'))
        .map(({ name }) => `${type.name}.${name}`),
    ]),
  );
}

function spokenFor(owner: string, coordinate: string, other: string): SchemaFinding {
  return finding({
    kind: 'TERMS_LOST', code: 'TERMS_OF_ANOTHER_OWNER', owners: [owner], coordinate,
    message: bilingualMessage('FINDING_TERMS_OF_ANOTHER_OWNER', { place: coordinate, owner, other }),
  });
}
