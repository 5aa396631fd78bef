import { Kind, parse, print, type ConstDirectiveNode, type DefinitionNode, type DirectiveDefinitionNode, type FieldDefinitionNode, type SchemaDefinitionNode } from 'graphql';
import type { PartyKind } from '../policy/terms/vocabulary.js';
import { parseSupergraph } from '../supergraph/parse-supergraph.js';
import { openToKind } from './open-to-kind.js';
import { shownSchema, type ShownSchema } from './shown-schema.js';

/** A contract (数据契约): a supergraph of which clients see a part; or why there is none. */
export type DerivedContract = { readonly sdl: string } | { readonly problem: string };

const inaccessible: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } };

/**
 * The contract of a kind of party (5.4.3): the supergraph in which all that the terms open to no party of that kind is `@inaccessible`
 * (https://specs.apollo.dev/inaccessible/v0.2), which every router honours. Subgraphs and plans stay the same: what is hidden may still be read as a key.
 */
export function deriveContract(supergraphSdl: string, kind: PartyKind): DerivedContract {
  const document = parseSupergraph(supergraphSdl);
  const shown = shownSchema(document, (field) => openToKind(field, kind));
  if (!shown.types.has('Query')) return { problem: `The terms open no question to ${kind}: Query would have no field. Open one first, by an audience that names ${kind}.` };
  const definitions = document.definitions.map((definition) => marked(definition, shown));
  return { sdl: print({ ...document, definitions: definitions.some(isInaccessible) ? definitions : [...definitions, ...directiveDefinition] }) };
}

const directiveDefinition = parse(
  'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION',
  { noLocation: true },
).definitions;
const link = 'schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }';

function isInaccessible(each: DefinitionNode): each is DirectiveDefinitionNode {
  return each.kind === Kind.DIRECTIVE_DEFINITION && each.name.value === 'inaccessible';
}

/** Names of the specifications that a supergraph links, which no client sees. */
const ofSpecification = /^\w+__/;

function marked(each: DefinitionNode, shown: ShownSchema): DefinitionNode {
  if (each.kind === Kind.SCHEMA_DEFINITION) return linked(each);
  if (!isType(each) || ofSpecification.test(each.name.value)) return each;
  if (!shown.types.has(each.name.value)) return { ...each, directives: withMark(each.directives) };
  if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_DEFINITION) return each;
  const fields = each.fields?.map((field): FieldDefinitionNode => (shown.fields.has(`${each.name.value}.${field.name.value}`) ? field : { ...field, directives: withMark(field.directives) }));
  return { ...each, ...(fields && { fields }) };
}

function isType(each: DefinitionNode) {
  return (
    each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION || each.kind === Kind.UNION_TYPE_DEFINITION ||
    each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || each.kind === Kind.ENUM_TYPE_DEFINITION || each.kind === Kind.SCALAR_TYPE_DEFINITION
  );
}

function withMark(directives: readonly ConstDirectiveNode[] = []): readonly ConstDirectiveNode[] {
  return directives.some(({ name }) => name.value === 'inaccessible') ? directives : [...directives, inaccessible];
}

function linked(schema: SchemaDefinitionNode): SchemaDefinitionNode {
  const { directives = [] } = schema;
  if (directives.some((directive) => print(directive).includes('specs.apollo.dev/inaccessible/'))) return schema;
  const [added] = (parse(link, { noLocation: true }).definitions[0] as SchemaDefinitionNode).directives ?? [];
  return { ...schema, directives: added ? [...directives, added] : directives };
}
