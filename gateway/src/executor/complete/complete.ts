import type { Data } from '../ask-subgraph.js';
import { ownValue, setOwnValue } from '../own-value.js';
import type { CompletionProblem } from './completion-problem.js';
import type { FieldPlan, ObjectPlan, ValuePlan } from './completion-plan.js';

/** Stands for null where a value failed and the cause is told, so that null goes on to what may be null (GraphQL §6.4.4). */
const failed = Symbol('failed');

/** What completion is told about the fetches. */
export interface Completing {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Objects that their owner did not have: what they lack is no problem. */
  readonly absent: ReadonlySet<Data>;
}

/** Turns the joined data into the client's (GraphQL §6.4): its keys in its order, nulls, types and enum values as the schema has them. */
export function complete(plan: ObjectPlan, root: Data, completing: Completing): { data: Data | null; problems: CompletionProblem[] } {
  const run = new Completer(completing);
  const data = run.object(plan, root, 0);
  return { data: data === failed ? null : data, problems: run.problems };
}

class Completer {
  readonly problems: CompletionProblem[] = [];
  readonly #completing: Completing;
  readonly #path: (string | number)[] = [];

  constructor(completing: Completing) {
    this.#completing = completing;
  }

  object({ fields }: ObjectPlan, source: Data, depth: number): Data | typeof failed {
    const completed: Data = {};
    for (const field of fields) {
      this.#path[depth] = field.key;
      let value: unknown;
      if (field.constant !== undefined) value = field.constant;
      else if (field.introspect) value = field.introspect(this.#completing.variables);
      else {
        value = this.#value(field.value, field.inherited ? ownValue(source, field.from) : source[field.from], field, source, depth + 1);
        if (value === failed) {
          if (field.value.nonNull) return failed;
          value = null;
        }
      }
      if (field.inherited) setOwnValue(completed, field.key, value);
      else completed[field.key] = value;
    }
    return completed;
  }

  #value(plan: ValuePlan, value: unknown, field: FieldPlan, source: Data, depth: number): unknown {
    if (value === null || value === undefined) {
      if (!plan.nonNull) return null;
      if (!this.#completing.absent.has(source)) this.#tell('missing', field, depth);
      return failed;
    }
    switch (plan.kind) {
      case 'leaf':
        return plan.test === undefined || plan.test(value) ? value : this.#tell('invalid', field, depth);
      case 'list':
        return Array.isArray(value) ? this.#list(plan.item, value, field, source, depth) : this.#tell('invalid', field, depth);
      case 'object': {
        const known = typeof value === 'object' && !Array.isArray(value);
        const object = known ? plan.planFor(value as Data) : undefined;
        return object ? this.object(object, value as Data, depth) : this.#tell('invalid', field, depth);
      }
    }
  }

  #list(item: ValuePlan, values: readonly unknown[], field: FieldPlan, source: Data, depth: number): unknown[] | typeof failed {
    const completed: unknown[] = [];
    for (let at = 0; at < values.length; at += 1) {
      this.#path[depth] = at;
      const value = this.#value(item, values[at], field, source, depth + 1);
      if (value === failed && item.nonNull) return failed;
      completed.push(value === failed ? null : value);
    }
    return completed;
  }

  #tell(kind: CompletionProblem['kind'], { coordinate }: FieldPlan, depth: number): typeof failed {
    this.problems.push({ kind, coordinate, path: this.#path.slice(0, depth) });
    return failed;
  }
}
