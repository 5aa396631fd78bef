import { Kind, type FieldNode, type GraphQLArgument, type OperationDefinitionNode, type ValueNode } from 'graphql';
import { assumedListSize, type ListSize } from './cost-table.js';
import type { Figure, Variables } from './figure.js';

/** Default values of an operation's variables, by name. */
export type VariableDefaults = ReadonlyMap<string, ValueNode>;

export function variableDefaults(operation: OperationDefinitionNode): VariableDefaults {
  return new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, defaultValue] as const] : [])),
  );
}

/** How many elements a field's list gives: the largest slicing argument, else what the schema assumes. */
export function listFigure(size: ListSize | undefined, field: FieldNode, args: readonly GraphQLArgument[], defaults: VariableDefaults): Figure {
  const assumed = size?.assumed ?? assumedListSize;
  const slicing = args.filter(({ name }) => size?.slicing.includes(name));
  const given = slicing.map(({ name, defaultValue }) => ({
    value: field.arguments?.find((argument) => argument.name.value === name)?.value,
    standard: typeof defaultValue === 'number' ? defaultValue : undefined,
  }));
  const sizeUnder = (variables: Variables) => {
    const known = given.map(({ value, standard }) => numberOf(value, standard, defaults, variables)).filter((number) => number !== undefined);
    // What is below zero bounds nothing.
    return known.length === 0 ? assumed : Math.max(...known.map((number) => (number < 0 ? assumed : number)));
  };
  return given.some(({ value }) => value?.kind === Kind.VARIABLE) ? sizeUnder : sizeUnder(new Map());
}

/** What an argument is as a number (GraphQL §6.4.1): the schema's own default where nothing is sent; undefined for null and for what coercion will refuse. */
function numberOf(value: ValueNode | undefined, standard: number | undefined, defaults: VariableDefaults, variables: Variables): number | undefined {
  if (value === undefined) return standard;
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  if (!variables.has(name)) return numberOf(defaults.get(name), standard, defaults, variables);
  const sent = variables.get(name);
  return typeof sent === 'number' ? sent : undefined;
}
