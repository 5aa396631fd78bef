import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Data } from '../ask-subgraph.js';
import { isData, ownValue, setOwnValue } from '../own-value.js';
import { mergeInto } from '../fetch/merge-into.js';
import type { TypeTests } from './type-tests.js';

/** Copies from an entity what a selection of the plan names; false where the entity lacks some of it. */
type Copy = (entity: Data, into: Data) => boolean;

/** Prepares how a representation (`_Any`) is read from the joined data: key, `__typename` and what `@requires` names. */
export function prepareRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  types: TypeTests,
): (entity: Data) => Data | undefined {
  const copy = copyOf(selections, types);
  return (entity) => {
    const representation: Data = {};
    return copy(entity, representation) && representation['__typename'] ? representation : undefined;
  };
}

function copyOf(selections: readonly QueryPlanSelectionNode[], types: TypeTests): Copy {
  const copies = selections.map((selection): Copy => {
    if (selection.kind === 'InlineFragment') return copyOfFragment(selection, types);
    const key = selection.alias ?? selection.name;
    const below = selection.selections && copyOf(selection.selections, types);
    return (entity, into) => {
      const value = ownValue(entity, key);
      if (value === undefined) return false;
      setOwnValue(into, key, below ? copiedBelow(value, below) : value);
      return true;
    };
  });
  const [only] = copies;
  if (only && copies.length === 1) return only;
  return (entity, into) => copies.every((copy) => copy(entity, into));
}

function copyOfFragment(
  { typeCondition, selections }: Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>,
  types: TypeTests,
): Copy {
  if (typeCondition === undefined) return () => true;
  const applies = types.of(typeCondition);
  const copy = copyOf(selections, types);
  return (entity, into) => {
    const typename = entity['__typename'];
    if (typeof typename !== 'string' || !applies(typename)) return true;
    // What one fragment lacks does not take away what another gives.
    const part: Data = {};
    if (copy(entity, part)) mergeInto(into, part, types.isInterface);
    return true;
  };
}

function copiedBelow(value: unknown, copy: Copy): unknown {
  if (Array.isArray(value)) return value.map((element) => copiedBelow(element, copy));
  if (!isData(value)) return null;
  const into: Data = {};
  return copy(value, into) ? into : null;
}
