import { isIntrospectionType, isObjectType, Kind, type ConstDirectiveNode, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { coordinatesIn } from '../policy/terms/coordinates-in.js';
import type { TermsTable } from '../policy/terms/read-terms.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/**
 * Fields that a gateway would ask of another subgraph than the one that decides on them (5.4.3): taken over (Apollo Federation, `@override`), handed out with
 * another's row (`@provides`), or given by several. Only a key is echoed by whoever leads to its row.
 *
 * @param supergraph a composed one: it says by `@join__field` which subgraph is asked, under whatever names the subgraphs import their directives
 * @param terms those that it has
 */
export function resolvedElsewhere(supergraph: GraphQLSchema, { fields, acts }: Pick<TermsTable, 'fields' | 'acts'>): readonly SchemaFinding[] {
  const names = graphNames(supergraph);
  return Object.values(supergraph.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    const echoed = echoedKeys(type, supergraph);
    return Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const owner = fields.get(coordinate)?.owner ?? (type.name === 'Mutation' ? acts.get(field.name)?.owner : undefined);
      const others = owner === undefined ? [] : askedGraphs(type, field).filter((graph) => names.get(graph) !== owner && !echoed.has(`${graph} ${coordinate}`));
      return [...new Set([...takenOver(field), ...others])].map((graph) => elsewhere(coordinate, names.get(graph) ?? graph, owner));
    });
  });
}

/** By which subgraph which coordinate is a part of a key. */
function echoedKeys(type: GraphQLObjectType, supergraph: GraphQLSchema): ReadonlySet<string> {
  return new Set(
    named(type.astNode?.directives, 'join__type').flatMap((joined) => coordinatesIn(textOf(joined, 'key') ?? '__typename', type, supergraph).map((coordinate) => `${textOf(joined, 'graph')} ${coordinate}`)),
  );
}

/** The subgraphs of which a gateway may ask a field: those that are named on it, or else all that have its type. */
function askedGraphs(type: GraphQLObjectType, { astNode }: GraphQLField<unknown, unknown>): readonly string[] {
  const joins = named(astNode?.directives, 'join__field');
  const asked = joins.length === 0 ? named(type.astNode?.directives, 'join__type') : joins.filter((join) => textOf(join, 'external') !== 'true');
  return asked.flatMap((join) => textOf(join, 'graph') ?? []);
}

function takenOver({ astNode }: GraphQLField<unknown, unknown>): readonly string[] {
  return named(astNode?.directives, 'join__field')
    .filter((join) => textOf(join, 'override') !== undefined || textOf(join, 'provides') !== undefined)
    .flatMap((join) => textOf(join, 'graph') ?? []);
}

/** The names of subgraphs, by the value that stands for each in `join__Graph`. */
function graphNames(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const values = supergraph.getType('join__Graph')?.astNode;
  if (values?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map((values.values ?? []).flatMap(({ name, directives }) => named(directives, 'join__graph').map((directive) => [name.value, textOf(directive, 'name') ?? ''] as const)));
}

function named(directives: readonly ConstDirectiveNode[] | undefined, name: string): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name);
}

/** An argument of a directive as it is written. */
function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}

function elsewhere(coordinate: string, graph: string, owner: string | undefined): SchemaFinding {
  const instead = owner === undefined || owner === graph ? { en: ' in the place of another subgraph', 'zh-CN': '，而非另一子图' } : { en: `, and ${owner} decides on it`, 'zh-CN': `，而应由 ${owner} 决定` };
  return finding({
    kind: 'TERMS_LOST', code: 'RESOLVED_ELSEWHERE', owners: [graph], coordinate,
    message: bilingualMessage('FINDING_RESOLVED_ELSEWHERE', { place: coordinate, graph, instead }),
  });
}
