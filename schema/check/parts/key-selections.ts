import { Kind, parse, type SelectionSetNode } from 'graphql';
import { fieldsArgument } from '../../policy/lint/key-fields.js';
import type { PartOfType } from './subgraph-types.js';

/** A key of a type. */
export interface Key {
  readonly selection: SelectionSetNode;
  /** Whether the subgraph finds a row by it, or only names it. */
  readonly resolvable: boolean;
}

const parsed = new Map<string, SelectionSetNode | undefined>();

/** The keys of a type (Apollo Federation, `@key`); undefined where one cannot be read. */
export function keysOf(parts: readonly PartOfType[]): readonly Key[] | undefined {
  const keys = parts.flatMap(({ directives }) => (directives ?? []).filter(({ name }) => name.value === 'key')).map((directive) => {
    const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
    return { selection: selectionOf(fieldsArgument(directive)), resolvable: !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value) };
  });
  return keys.every((key): key is Key => key.selection !== undefined) ? keys : undefined;
}

/** A few texts, such as `id`, are the keys of nearly all types. */
function selectionOf(fields: string): SelectionSetNode | undefined {
  if (!parsed.has(fields)) {
    if (parsed.size > 1000) parsed.clear();
    parsed.set(fields, read(fields));
  }
  return parsed.get(fields);
}

function read(fields: string): SelectionSetNode | undefined {
  try {
    const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION && onlyFields(operation.selectionSet) ? operation.selectionSet : undefined;
  } catch {
    return undefined;
  }
}

function onlyFields({ selections }: SelectionSetNode): boolean {
  return selections.every((selection) => selection.kind === Kind.FIELD && (!selection.selectionSet || onlyFields(selection.selectionSet)));
}
