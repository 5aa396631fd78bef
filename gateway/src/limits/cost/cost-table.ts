import { parseSupergraph } from '@hub/schema/supergraph/parse-supergraph.js';
import { Kind, type DirectiveNode, type ValueNode, type DocumentNode } from 'graphql';

/** Elements of a list of which the schema says nothing. */
export const assumedListSize = 10;

/** How many elements a list gives, as `@listSize` says it. */
export interface ListSize {
  readonly assumed: number | undefined;
  /** Arguments whose largest value is the size. */
  readonly slicing: readonly string[];
  /** Fields of the value that hold the list; none where the value is the list. */
  readonly sized: readonly string[];
}

/** What the supergraph says of costs: weights by coordinate (`Type`, `Type.field`, `Type.field(argument:)`), sizes by `Type.field`. */
export interface CostTable {
  readonly weights: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, ListSize>;
  /** The names of all fields whose size their parent tells. */
  readonly sizedFields: ReadonlySet<string>;
}

const specification = /^https:\/\/specs\.apollo\.dev\/cost\/v/;

/**
 * Reads `@cost` and `@listSize` from a supergraph, where they stand since Federation 2.9; the schema that clients see has
 * neither. A supergraph without them gives an empty table.
 */
export function readCostTable(supergraphSdl: string): CostTable {
  const document = parseSupergraph(supergraphSdl);
  const named = directiveNames(document);
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();

  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    weigh(type, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      weigh(coordinate, field.directives);
      for (const argument of field.arguments ?? []) weigh(`${coordinate}(${argument.name.value}:)`, argument.directives);
      const size = field.directives?.find(({ name }) => name.value === named.listSize);
      if (size) sizes.set(coordinate, listSizeOf(size));
    }
  }
  return { weights, sizes, sizedFields: new Set([...sizes.values()].flatMap(({ sized }) => sized)) };

  function weigh(coordinate: string, directives: readonly DirectiveNode[] = []): void {
    const weight = numberOf(argumentOf(directives.find(({ name }) => name.value === named.cost), 'weight'));
    if (weight !== undefined) weights.set(coordinate, weight);
  }
}

/** The names under which the supergraph links the two directives. */
function directiveNames(document: DocumentNode): { cost: string; listSize: string } {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    const link = definition.directives?.find((directive) => specification.test(stringOf(argumentOf(directive, 'url')) ?? ''));
    if (!link) continue;
    const prefix = stringOf(argumentOf(link, 'as')) ?? 'cost';
    const imported = importsOf(argumentOf(link, 'import'));
    return { cost: imported.get('@cost') ?? prefix, listSize: imported.get('@listSize') ?? `${prefix}__listSize` };
  }
  return { cost: 'cost', listSize: 'listSize' };
}

function importsOf(value: ValueNode | undefined): Map<string, string> {
  const imports = new Map<string, string>();
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value.slice(1));
    if (item.kind !== Kind.OBJECT) continue;
    const part = (name: string) => stringOf(item.fields.find((field) => field.name.value === name)?.value);
    imports.set(part('name') ?? '', (part('as') ?? part('name') ?? '').slice(1));
  }
  return imports;
}

function listSizeOf(directive: DirectiveNode): ListSize {
  return {
    assumed: numberOf(argumentOf(directive, 'assumedSize')),
    slicing: stringsOf(argumentOf(directive, 'slicingArguments')),
    sized: stringsOf(argumentOf(directive, 'sizedFields')),
  };
}

function argumentOf(directive: DirectiveNode | undefined, name: string): ValueNode | undefined {
  return directive?.arguments?.find((argument) => argument.name.value === name)?.value;
}

function numberOf(value: ValueNode | undefined): number | undefined {
  return value?.kind === Kind.INT || value?.kind === Kind.STRING ? Number(value.value) : undefined;
}

function stringOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function stringsOf(value: ValueNode | undefined): string[] {
  return value?.kind === Kind.LIST ? value.values.flatMap((item) => stringOf(item) ?? []) : [];
}
