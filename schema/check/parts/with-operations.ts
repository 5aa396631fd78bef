import { parse } from 'graphql';
import type { RegisteredOperation } from '../refused-operations.js';
import type { AffectedTypes } from './affected-types.js';
import { AskedTypes } from './asked-types.js';
import type { ChangedTypes } from './changed-types.js';
import type { SubgraphTypes } from './subgraph-types.js';

/** A change together with all that the operations ask for which it may come to refuse: composed with it, they can be held against the part as against the whole. */
export interface ChangeWithOperations {
  readonly change: ChangedTypes;
  readonly operations: readonly RegisteredOperation[];
}

/** Picks the operations that ask for something that changes. @param affected what the change by itself concerns */
export function withOperations(change: ChangedTypes, affected: AffectedTypes, subgraphs: readonly SubgraphTypes[], operations: readonly RegisteredOperation[]): ChangeWithOperations {
  const asked = new AskedTypes(subgraphs);
  const concerned = operations
    .map((operation) => ({ operation, ...asked.of(parse(operation.body, { noLocation: true })) }))
    .filter(({ types, rootFields }) => [...types].some((name) => affected.changed.has(name)) || [...rootFields].some((field) => change.rootFields.has(field)));
  return {
    change: {
      types: new Set([...change.types, ...concerned.flatMap(({ types }) => [...types])]),
      rootFields: new Set([...change.rootFields, ...concerned.flatMap(({ rootFields }) => [...rootFields])]),
    },
    operations: concerned.map(({ operation }) => operation),
  };
}
