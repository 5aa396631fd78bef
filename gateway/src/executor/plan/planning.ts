import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql';
import { conditionVariables } from '../complete/condition-variables.js';
import { withOwnKeys } from './own-keys.js';
import { prepareFetch, prepareNode, type Preparing } from './prepare-node.js';
import { PreparedOperation, type PreparedPlan } from './prepared-operation.js';
import { requiredWithArguments } from './required-with-arguments.js';
import { TypeTests } from './type-tests.js';

/** Plans operations over one supergraph. */
export class Planning {
  readonly #planner: QueryPlanner;
  readonly #federated: Schema;
  readonly #schema: GraphQLSchema;
  readonly #types: TypeTests;
  readonly #contested: ReadonlySet<string>;

  /** The planner of a supergraph and the same supergraph's API schema. */
  constructor(planner: QueryPlanner, schema: GraphQLSchema) {
    this.#planner = planner;
    this.#federated = planner.supergraph.apiSchema();
    this.#schema = schema;
    this.#types = new TypeTests(planner.supergraph.schema);
    this.#contested = requiredWithArguments(planner.supergraph.schema);
  }

  /** Plans an operation of a valid document and prepares it. */
  prepare(document: DocumentNode, operationName: string | undefined): PreparedOperation {
    const definition = getOperationAST(document, operationName);
    if (!definition) throw new Error('The document has no such operation.');
    const planned = withOwnKeys(document, this.#contested);
    const operation = operationFromDocument(this.#federated, planned.document, operationName === undefined ? {} : { operationName });
    const plan = prepared(this.#planner.buildQueryPlan(operation), { types: this.#types, clientKeys: planned.clientKeys });
    const fragments = document.definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION);
    return new PreparedOperation({
      definition,
      schema: this.#schema,
      plan,
      clientKeys: planned.clientKeys,
      conditions: conditionVariables([definition, ...fragments]),
      fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    });
  }
}

function prepared({ node }: QueryPlan, preparing: Preparing): PreparedPlan {
  if (node?.kind !== 'Subscription') return { kind: 'Operation', node: node && prepareNode(node, preparing) };
  return {
    kind: 'Subscription',
    primary: prepareFetch(node.primary, preparing),
    rest: node.rest && prepareNode(node.rest, preparing),
  };
}
