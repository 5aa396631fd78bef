import { namedType, type OracleSchema } from './oracle.js';

/** A place in the input of an act that holds a value: `scope.regions.0`, of type `String`. */
export interface InputLeaf {
  readonly path: readonly (string | number)[];
  readonly type: string;
}

/**
 * The leaves of an input, those included that are left out, at the first element of each list. What a left out object
 * would hold is not walked.
 */
export function inputLeaves(schema: OracleSchema, typeName: string, input: unknown, at: readonly (string | number)[] = []): InputLeaf[] {
  return (schema.inputs.get(typeName) ?? []).flatMap(({ name, type }) => {
    const inner = namedType(type);
    const list = type.startsWith('[');
    const path = list ? [...at, name, 0] : [...at, name];
    if (!schema.inputs.has(inner)) return [{ path, type: inner }];
    const given = valueAt(input, path.slice(at.length));
    return given === undefined || given === null ? [] : inputLeaves(schema, inner, given, path);
  });
}

/** The lists of an input that hold something, by their paths. */
export function inputLists(schema: OracleSchema, typeName: string, input: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  return (schema.inputs.get(typeName) ?? []).flatMap(({ name, type }) => {
    const given = valueAt(input, [name]);
    const inner = namedType(type);
    if (Array.isArray(given)) return given.length === 0 ? [] : [[...at, name], ...inputLists(schema, inner, given[0], [...at, name, 0])];
    return given == null ? [] : inputLists(schema, inner, given, [...at, name]);
  });
}

export function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], input);
}

/** The input with another value at a place; a list that is not there begins with it. */
export function withValueAt<Input>(input: Input, [step, ...rest]: readonly (string | number)[], value: unknown): Input {
  if (step === undefined) return value as Input;
  const copy = (Array.isArray(input) ? [...(input as unknown[])] : typeof step === 'number' ? [] : { ...input }) as Record<string | number, unknown>;
  copy[step] = withValueAt(copy[step], rest, value);
  return copy as Input;
}
