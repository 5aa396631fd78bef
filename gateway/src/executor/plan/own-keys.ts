import { Kind, visit, type DocumentNode } from 'graphql';

/** A document as it is planned, and of each response key that was given another name there the client's, by that name. */
export interface PlannedDocument {
  readonly document: DocumentNode;
  readonly clientKeys: ReadonlyMap<string, string>;
}

/**
 * Gives names of their own to the response keys under which subgraphs are asked for what they require with arguments: the planner takes
 * two fields of one key for the same, whatever their arguments.
 */
export function withOwnKeys(document: DocumentNode, contested: ReadonlySet<string>): PlannedDocument {
  const clientKeys = new Map<string, string>();
  if (contested.size === 0) return { document, clientKeys };
  const taken = responseKeys(document);
  const ownKeys = new Map<string, string>();
  for (const key of contested) {
    if (!taken.has(key)) continue;
    let own = `own_${key}`;
    while (taken.has(own) || contested.has(own)) own = `_${own}`;
    ownKeys.set(key, own);
    clientKeys.set(own, key);
  }
  const planned = visit(document, {
    Field: (field) => {
      const own = ownKeys.get((field.alias ?? field.name).value);
      return own === undefined ? undefined : { ...field, alias: { kind: Kind.NAME, value: own } };
    },
  });
  return { document: planned, clientKeys };
}

function responseKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void keys.add((alias ?? name).value) });
  return keys;
}
