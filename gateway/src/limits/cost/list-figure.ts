import { Kind, type FieldNode, type OperationDefinitionNode, type ValueNode } from 'graphql';
import type { ListSize } from './cost-table.js';
import type { Figure, Variables } from './figure.js';

/** Elements of a list of which the schema says nothing. */
export const assumedListSize = 10;

/** Default values of an operation's variables, by name. */
export type VariableDefaults = ReadonlyMap<string, ValueNode>;

export function variableDefaults(operation: OperationDefinitionNode): VariableDefaults {
  return new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, defaultValue] as const] : [])),
  );
}

/** How many elements a field's list gives: the largest slicing argument, else what the schema assumes. */
export function listFigure(size: ListSize | undefined, field: FieldNode, defaults: VariableDefaults): Figure {
  const assumed = size?.assumed ?? assumedListSize;
  const given = (field.arguments ?? []).filter(({ name }) => size?.slicing.includes(name.value)).map(({ value }) => value);
  const reads = given.map((value) => numberRead(value, defaults));
  const sizeUnder = (variables: Variables) => {
    const known = reads.map((read) => read(variables)).filter((number) => number !== undefined);
    return known.length === 0 ? assumed : Math.max(0, ...known);
  };
  return given.some(({ kind }) => kind === Kind.VARIABLE) ? sizeUnder : sizeUnder({});
}

/** What a value is as a number; undefined where it is none, as null is or what coercion will refuse. */
function numberRead(value: ValueNode, defaults: VariableDefaults): (variables: Variables) => number | undefined {
  if (value.kind === Kind.INT) return () => Number(value.value);
  if (value.kind !== Kind.VARIABLE) return () => undefined;
  const name = value.name.value;
  const standard = defaults.get(name);
  return (variables) => {
    const sent = variables[name];
    if (sent === undefined && standard) return numberRead(standard, defaults)(variables);
    return typeof sent === 'number' ? sent : undefined;
  };
}
