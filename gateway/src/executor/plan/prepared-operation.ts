import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { planRoot } from '../complete/plan-objects.js';
import type { ObjectPlan } from '../complete/completion-plan.js';
import type { PreparedFetch, PreparedNode } from './prepared-node.js';

const keptCompletions = 16;

/** What the planner made of an operation; for a subscription the fetch that opens it, and what follows each event. */
export type PreparedPlan =
  | { readonly kind: 'Operation'; readonly node: PreparedNode | undefined }
  | { readonly kind: 'Subscription'; readonly primary: PreparedFetch; readonly rest: PreparedNode | undefined };

/** An operation of a document with everything that can be made ready before a request: its plan and its completion. */
export class PreparedOperation {
  readonly definition: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
  readonly plan: PreparedPlan;
  /** The variables of `@skip` and `@include`. */
  readonly conditions: readonly string[];
  readonly #plannedKeys: ReadonlyMap<string, string>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #completions = new Map<string, ObjectPlan>();

  constructor(
    given: Pick<PreparedOperation, 'definition' | 'schema' | 'plan' | 'conditions'> & {
      readonly clientKeys: ReadonlyMap<string, string>;
      readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    },
  ) {
    this.definition = given.definition;
    this.schema = given.schema;
    this.plan = given.plan;
    this.conditions = given.conditions;
    this.#plannedKeys = new Map([...given.clientKeys].map(([planned, key]) => [key, planned]));
    this.#fragments = given.fragments;
  }

  /** How the answer is completed when the conditions have these values. */
  completion(conditions: ReadonlyMap<string, boolean>): ObjectPlan {
    const key = this.conditions.map((name) => (conditions.get(name) ? '1' : '0')).join('');
    let completion = this.#completions.get(key);
    if (!completion) {
      completion = planRoot({ schema: this.schema, fragments: this.#fragments, conditions, plannedKeys: this.#plannedKeys }, this.definition);
      const [oldest] = this.#completions.keys();
      if (oldest !== undefined && this.#completions.size >= keptCompletions) this.#completions.delete(oldest);
      this.#completions.set(key, completion);
    }
    return completion;
  }
}
