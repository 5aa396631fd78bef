import { getNullableType, isListType, Kind, type FieldNode, type GraphQLArgument, type OperationDefinitionNode, type ValueNode } from 'graphql';
import { assumedListSize, type ListSize } from './cost-table.js';
import type { Figure, Variables } from './figure.js';

/** Default values of an operation's variables, by name. */
export type VariableDefaults = ReadonlyMap<string, ValueNode>;

export function variableDefaults(operation: OperationDefinitionNode): VariableDefaults {
  return new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, defaultValue] as const] : [])),
  );
}

/** How many elements a field's list gives: the largest slicing argument, of a list its length, else what the schema assumes. */
export function listFigure(size: ListSize | undefined, field: FieldNode, args: readonly GraphQLArgument[], defaults: VariableDefaults): Figure {
  const assumed = size?.assumed ?? assumedListSize;
  const slicing = args.filter(({ name }) => size?.slicing.includes(name));
  const given = slicing.map(({ name, type, defaultValue }) => {
    const measure = isListType(getNullableType(type)) ? lengthsOfLists : numbers;
    return { value: field.arguments?.find((argument) => argument.name.value === name)?.value, standard: measure.sent(defaultValue), measure };
  });
  const sizeUnder = (variables: Variables) => {
    const known = given.map(({ value, standard, measure }) => sizeOf(value, standard, measure, defaults, variables)).filter((number) => number !== undefined);
    // What is below zero bounds nothing.
    return known.length === 0 ? assumed : Math.max(...known.map((number) => (number < 0 ? assumed : number)));
  };
  return given.some(({ value }) => value?.kind === Kind.VARIABLE) ? sizeUnder : sizeUnder(new Map());
}

/** How large a value is that was written, or sent; undefined for null and for what coercion will refuse. */
interface Measure {
  written(value: ValueNode): number | undefined;
  sent(value: unknown): number | undefined;
}

const numbers: Measure = {
  written: (value) => (value.kind === Kind.INT ? Number(value.value) : undefined),
  sent: (value) => (typeof value === 'number' ? value : undefined),
};

/** What is no list becomes one of itself (GraphQL §3.11). */
const lengthsOfLists: Measure = {
  written: (value) => (value.kind === Kind.LIST ? value.values.length : value.kind === Kind.NULL ? undefined : 1),
  sent: (value) => (Array.isArray(value) ? value.length : value === null || value === undefined ? undefined : 1),
};

/** How large an argument is (GraphQL §6.4.1): the schema's own default where nothing is sent. */
function sizeOf(value: ValueNode | undefined, standard: number | undefined, measure: Measure, defaults: VariableDefaults, variables: Variables): number | undefined {
  if (value === undefined) return standard;
  if (value.kind !== Kind.VARIABLE) return measure.written(value);
  const name = value.name.value;
  return variables.has(name) ? measure.sent(variables.get(name)) : sizeOf(defaults.get(name), standard, measure, defaults, variables);
}
