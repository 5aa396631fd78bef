import type { QueryPlanner } from '@apollo/query-planner';

type Schema = QueryPlanner['supergraph']['schema'];

/** Tells whether a `__typename` of the supergraph, which may be an interface of an `@interfaceObject`, satisfies a type condition. */
export type TypeTest = (typename: string) => boolean;

/** What is asked about the types of the supergraph's own schema, in which nothing is inaccessible. */
export class TypeTests {
  readonly #schema: Schema;
  readonly #tests = new Map<string, TypeTest>();
  readonly #interfaces: ReadonlySet<string>;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#interfaces = new Set(schema.interfaceTypes().map(({ name }) => name));
  }

  /** The test of a type condition. */
  of(condition: string): TypeTest {
    let test = this.#tests.get(condition);
    if (!test) {
      const satisfying = satisfyingTypes(this.#schema, condition);
      test = (typename) => satisfying.has(typename);
      this.#tests.set(condition, test);
    }
    return test;
  }

  /** Whether a `__typename` is an interface's, as a subgraph tells that knows but the interface (`@interfaceObject`). */
  readonly isInterface: TypeTest = (typename) => this.#interfaces.has(typename);
}

function satisfyingTypes(schema: Schema, condition: string): ReadonlySet<string> {
  const type = schema.type(condition);
  const names = new Set([condition]);
  if (type?.kind === 'UnionType') for (const { name } of type.types()) names.add(name);
  if (type?.kind === 'InterfaceType') for (const { name } of type.allImplementations()) names.add(name);
  return names;
}
