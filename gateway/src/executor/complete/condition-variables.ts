import { GraphQLError, Kind, visit, type ASTNode } from 'graphql';

/** The variables on which `@skip` and `@include` in these parts of a document depend. */
export function conditionVariables(nodes: readonly ASTNode[]): string[] {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      Directive: ({ name, arguments: [argument] = [] }) => {
        const isCondition = name.value === 'skip' || name.value === 'include';
        if (isCondition && argument?.value.kind === Kind.VARIABLE) names.add(argument.value.name.value);
      },
    });
  }
  return [...names];
}

/**
 * Their values in one request.
 * @throws GraphQLError where a variable that may be null is null: `if` may not (GraphQL §6.4.1)
 */
export function conditionValues(names: readonly string[], coerced: Readonly<Record<string, unknown>>): Map<string, boolean> {
  return new Map(
    names.map((name) => {
      const value = coerced[name];
      if (typeof value === 'boolean') return [name, value];
      throw new GraphQLError(`Argument "if" of non-null type "Boolean!" must not be null, as the variable "$${name}" is.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }),
  );
}
