import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner';
import { prepareContext } from './prepare-context.js';
import { prepareRepresentation } from './prepare-representation.js';
import { prepareRewrite } from './prepare-rewrite.js';
import { prepareSteps } from './prepare-steps.js';
import type { PreparedFetch, PreparedNode } from './prepared-node.js';
import type { TypeTests } from './type-tests.js';

/** What a plan is prepared by. */
export interface Preparing {
  readonly types: TypeTests;
  /** The client's response keys by those that were planned in their place. */
  readonly clientKeys: ReadonlyMap<string, string>;
}

/**
 * Prepares a part of a plan.
 * @throws Error for a node of a kind that this executor does not know
 */
export function prepareNode(node: PlanNode, preparing: Preparing, path: ResponsePath = []): PreparedNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((each) => prepareNode(each, preparing, path)) };
    case 'Flatten':
      return prepareNode(node.node, preparing, [...path, ...node.path]);
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifTrue: node.ifClause && prepareNode(node.ifClause, preparing, path),
        ifFalse: node.elseClause && prepareNode(node.elseClause, preparing, path),
      };
    case 'Fetch':
      return prepareFetch(node, preparing, path);
    default:
      throw new Error(`The plan has a node that this executor does not know: ${node.kind}`);
  }
}

/** Prepares one fetch; also the one that opens a subscription's event. */
export function prepareFetch(node: FetchNode, preparing: Preparing, path: ResponsePath = []): PreparedFetch {
  const { types, clientKeys } = preparing;
  const asWritten = (key: string) => clientKeys.get(key) ?? key;
  const { operation, operationName, requires, outputRewrites = [], inputRewrites = [], contextRewrites = [] } = node;
  const contexts = contextRewrites.map((rewrite) => prepareContext(rewrite, types));
  const contextual = new Set(contexts.map(({ variable }) => variable));
  const variables = (node.variableUsages ?? []).filter((name) => !contextual.has(name));
  if (requires && variables.includes('representations')) {
    throw new Error('A variable cannot be called $representations here, for that is what subgraphs are asked with. Rename it.');
  }
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return {
    kind: 'Fetch',
    subgraph: node.serviceName,
    operationKind: node.operationKind,
    bodyHead: `{${name}"query":${JSON.stringify(operation)},"variables":{`,
    variables,
    position: path.map((key) => asWritten(String(key))),
    steps: prepareSteps(path, types),
    representation: requires && prepareRepresentation(requires, types),
    contexts,
    inputRewrites: inputRewrites.map((rewrite) => prepareRewrite(rewrite, types)),
    outputRewrites: outputRewrites.map((rewrite) => prepareRewrite(rewrite, types)),
    isInterface: types.isInterface,
    renamedKeys: new Map([
      ...clientKeys,
      ...outputRewrites.flatMap((rewrite) =>
        rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', asWritten(rewrite.renameKeyTo)] as const] : [],
      ),
    ]),
  };
}
