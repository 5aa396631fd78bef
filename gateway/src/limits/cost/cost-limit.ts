import type { Locale } from '@hub/schema/errors/locale.js';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { limitExceeded } from '../limit-exceeded.js';
import { withAbstractTypes } from './abstract-costs.js';
import { withActs } from './act-sizes.js';
import { readCostTable, type CostTable } from './cost-table.js';
import type { Figure } from './figure.js';
import { operationFigure } from './operation-figure.js';

/** Refuses operations that could give too much, by the costs of one supergraph. Make a new one for each supergraph. */
export class CostLimit {
  readonly #limit: number;
  readonly #schema: GraphQLSchema;
  readonly #table: CostTable;
  /** Reckoned once per document; only what depends on variables is reckoned for each request. */
  readonly #figures = new WeakMap<OperationDefinitionNode, Figure>();

  /** @param schema the schema that clients see, of the same supergraph */
  constructor(limit: number, schema: GraphQLSchema, supergraphSdl: string) {
    this.#limit = limit;
    this.#schema = schema;
    this.#table = withActs(withAbstractTypes(readCostTable(supergraphSdl), schema), schema);
  }

  /** What a valid operation may cost at most. */
  costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): number {
    let figure = this.#figures.get(operation);
    if (figure === undefined) {
      figure = operationFigure(this.#schema, this.#table, document, operation);
      this.#figures.set(operation, figure);
    }
    return typeof figure === 'number' ? figure : figure(new Map(Object.entries(variables)));
  }

  /** @throws GraphQLError LIMIT_COST */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>, locale: Locale): void {
    const came = this.costOf(document, operation, variables);
    // Not `came > limit`: what is no number must not pass.
    if (!(came <= this.#limit)) throw limitExceeded('LIMIT_COST', locale, { limit: this.#limit, came });
  }
}
