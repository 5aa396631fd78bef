import {
  getNamedType, isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo,
  type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type ValueNode, type VariableDefinitionNode,
} from 'graphql';

/** A subscription's document with its cursor as a variable of its own. */
export interface ResumableDocument {
  readonly document: DocumentNode;
  /** The variable that takes the cursor. */
  readonly after: string;
  /** What the client gave as the cursor; undefined where it gave none. */
  readonly given: ValueNode | undefined;
  /** Variables that the document still uses. */
  readonly variables: ReadonlySet<string>;
}

/**
 * Puts a variable where a subscription's root field takes the cursor (`after`), so that reading can go on from any event; undefined where the
 * field takes none. Variables that stood nowhere else are gone, and so are the document's other operations.
 */
export function resumableDocument(schema: GraphQLSchema, { definitions }: DocumentNode, operation: OperationDefinitionNode): ResumableDocument | undefined {
  const kept = definitions.filter((each) => each.kind !== Kind.OPERATION_DEFINITION || each === operation);
  const after = freeName(new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value)));
  const types = new TypeInfo(schema);
  let given: ValueNode | undefined;
  let put = false;
  const rewritten = visit({ kind: Kind.DOCUMENT, definitions: kept } as DocumentNode, visitWithTypeInfo(types, {
    Field: (field) => {
      if (types.getParentType() !== schema.getSubscriptionType()) return undefined;
      const argument = types.getFieldDef()?.args.find(({ name }) => name === 'after');
      if (!argument || isNonNullType(argument.type) || getNamedType(argument.type).name !== 'String') return undefined;
      put = true;
      given = field.arguments?.find(({ name }) => name.value === 'after')?.value;
      const others = field.arguments?.filter(({ name }) => name.value !== 'after') ?? [];
      return { ...field, arguments: [...others, { kind: Kind.ARGUMENT, name: nameOf('after'), value: variableOf(after) }] };
    },
  }));
  if (!put) return undefined;
  const used = usedVariables(rewritten);
  const document = visit(rewritten, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)), cursorVariable(after)],
    }),
  });
  used.delete(after);
  return { document, after, given, variables: used };
}

function usedVariables(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function freeName(taken: ReadonlySet<string>): string {
  let name = '__after';
  while (taken.has(name)) name += '_';
  return name;
}

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variableOf = (name: string) => ({ kind: Kind.VARIABLE, name: nameOf(name) }) as const;
const cursorVariable = (name: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variableOf(name),
  type: { kind: Kind.NAMED_TYPE, name: nameOf('String') },
});
